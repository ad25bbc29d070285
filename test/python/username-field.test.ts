import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampled } from '../docker/every.ts';
import { RenderedProject } from './rendered-project.ts';

/** A user who logs in with an email address, as Django's documentation of custom users shows. */
const MODELS = `from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, password=None):
        return self.create_user(email, password, is_staff=True, is_superuser=True)


class User(AbstractUser):
    username = None
    email = models.EmailField(unique=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
`;

const ADMIN = `from django.contrib import admin

from .models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ("email", "is_staff")
`;

const SEEN = `
from accounts.models import User
from notes.models import Note
admin = User.objects.get(is_superuser=True)
print(admin.email, admin.check_password("admin"), Note.objects.count() > 0)
`;

test.each(sampled(['session', 'token', 'jwt', 'oauth2', 'oauth1'], 2))(
  'a project whose users log in with their email address works, with its tests: %s',
  async (auth) => {
    using project = new RenderedProject(['Note title:char:100 owner'], {
      auth,
      services: auth === 'session' ? 'celery' : 'none',
    });
    writeFileSync(join(project.folder, 'accounts/models.py'), MODELS);
    writeFileSync(join(project.folder, 'accounts/admin.py'), ADMIN);
    for (const command of [['makemigrations', 'accounts', '--name', 'email'], ['prepare_development']]) {
      const { code, said } = await project.run('python', 'manage.py', ...command);
      expect(code, said).toBe(0);
    }
    expect(project.python('manage.py', 'shell', '--no-imports', '-c', SEEN).trim()).toBe('admin@example.com True True');
    const { code, said } = await project.run('python', '-m', 'pytest', '-q', '-p', 'no:cacheprovider');
    expect(code, said).toBe(0);
  },
);
