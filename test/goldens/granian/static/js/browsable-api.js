// REST framework's labels do not say which field they name; screen readers and a click
// on a label need it.
"use strict";

document.querySelectorAll(".form-group > label:not([for])").forEach((label, index) => {
  const field = label.parentElement.querySelector("input, select, textarea");
  if (field) {
    field.id ||= `field-${index}`;
    label.htmlFor = field.id;
  }
});
