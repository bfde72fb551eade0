"""What gunicorn reads by itself where it is started from this folder: `gunicorn wsgi:app` then serves as `summarizer serve` does.

The application is loaded before the workers fork, so that they count requests together; what is given on gunicorn's
command line wins.
"""

from summarizer.settings import Settings
from summarizer.web.serving import gunicorn_options, log_to_standard_error

log_to_standard_error()
globals().update(gunicorn_options(Settings.from_environment()))
