from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import get_commands
from django.utils import timezone

from accounts import attempts, tasks
from accounts.models import Attempt
from config.celery import app

pytestmark = pytest.mark.django_db


def test_the_scheduler_asks_for_tasks_that_are_there():
    app.loader.import_default_modules()
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= {*app.tasks}


def test_the_commands_that_clean_up_are_there():
    assert {*tasks.CLEAN_UPS} <= {*get_commands()}


def test_only_what_has_expired_is_removed():
    now = timezone.now()
    for name, end in (("over", now - timedelta(days=1)), ("open", now + timedelta(1))):
        Session.objects.create(session_key=name, expire_date=end)
    for moment in (now - attempts.PERIOD - timedelta(seconds=1), now):
        Attempt.objects.create(subject="somebody", at=moment)
    tasks.clean_up.delay()
    assert [session.session_key for session in Session.objects.all()] == ["open"]
    assert [attempt.at for attempt in Attempt.objects.all()] == [now]


def test_doing_it_twice_does_no_harm():
    for _ in range(2):
        tasks.clean_up.delay()
