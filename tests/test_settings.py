"""Limits and switches from the environment."""

import pytest

from summarizer.errors import SettingError
from summarizer.settings import Settings, table


def test_without_variables_the_defaults_hold() -> None:
    """The contract's default is 2 to 50 articles, and everything optional is off."""
    settings = Settings.from_environment({})
    assert (settings.min_articles, settings.max_articles) == (2, 50)
    assert (settings.api_keys, settings.rate_limit, settings.cors_origins) == ((), 0, ())


def test_each_setting_can_be_set_and_has_a_meaning() -> None:
    """A setting nobody can set or understand is none."""
    for row in table():
        assert row.variable == "SUMMARIZER_" + row.name.upper()
        assert row.meaning
        assert getattr(Settings.from_environment({row.variable: "5"}), row.name) in (5, "5", ("5",))


@pytest.mark.parametrize("written", ["", "ten", "-1", "1.5", "0", "99999999", "٣"])
def test_a_bad_number_is_refused_by_name(written: str) -> None:
    """Whoever set it must learn which variable, and what it may hold."""
    with pytest.raises(SettingError, match=r"SUMMARIZER_PORT .* a whole number from 1 to 65535"):
        Settings.from_environment({"SUMMARIZER_PORT": written})


def test_every_bad_one_is_named() -> None:
    """One run, all complaints."""
    with pytest.raises(SettingError, match=r"SUMMARIZER_PORT.*SUMMARIZER_WORKERS"):
        Settings.from_environment({"SUMMARIZER_PORT": "x", "SUMMARIZER_WORKERS": "y"})


def test_keys_are_a_list_and_never_shown() -> None:
    """A setting's table is pasted into tickets."""
    settings = Settings.from_environment({"SUMMARIZER_API_KEYS": "one, two"})
    row = next(r for r in table() if r.name == "api_keys")
    assert settings.api_keys == ("one", "two")
    assert row.shown(settings.api_keys) == "2 set"
    with pytest.raises(SettingError) as raised:
        Settings.from_environment({"SUMMARIZER_API_KEYS": "se cret"})
    assert "se cret" not in str(raised.value)


def test_limits_that_contradict_are_refused() -> None:
    """No request could ever be right."""
    with pytest.raises(SettingError, match="SUMMARIZER_MIN_ARTICLES is 9"):
        Settings(min_articles=9, max_articles=5)
