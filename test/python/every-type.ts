/** Every type and every kind of relation, in three resources that an API has much to refuse of. */
export const EVERY_TYPE: readonly string[] = [
  'Everything name:char:30 nick:char:3:optional note:text slug:slug mail:email site:url whole:integer small:positivesmallinteger big:biginteger ratio:float price:decimal:5,2 yes:boolean maybe:boolean:optional day:date moment:datetime clock:time span:duration code:uuid doc:json ip:genericipaddress level:choice:1=Low,2=High size:choice:S=Small,XL=Extra_large tag:fk:Tag tags:m2m:Tag one:o2o:Tag:optional who:fk:user friends:m2m:user owner',
  'Tag name:char:20:unique date:date:optional @pk=uuid',
  'Paper file:file:optional image:image:optional tag:fk:Tag:optional all:fk:Everything:set_null',
];
