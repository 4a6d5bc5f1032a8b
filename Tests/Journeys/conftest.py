"""One demo installation and one browser for all journeys; pages in every variant; the mailbox."""

import itertools
import os
import pathlib

import pytest

from installation import Installation
from mailbox import Mailbox
from people import People
from records import find

CHROMIUM = os.environ.get("SCHAKEL_TEST_CHROMIUM", "/usr/bin/chromium")

VARIANTS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 375, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "noscript": {"viewport": {"width": 1280, "height": 800}, "java_script_enabled": False},
    "phone-noscript": {"viewport": {"width": 375, "height": 740}, "has_touch": True, "java_script_enabled": False},
}

# As measured, the others by name: files are handed out in this order, and a long one at the end would leave one process idle.
LONGEST_FIRST = ("test_pages", "test_handbook", "test_keeping", "test_bad_input", "test_where", "test_keyboard", "test_access")

# Everybody visits from an address of her own (the networks for examples of RFC 5737).
_visitors = (f"{net}.{host}" for net, host in itertools.product(("192.0.2", "198.51.100", "203.0.113"), range(1, 255)))


def next_visitor():
    return next(_visitors)


def context_options(variant):
    return {
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "reduced_motion": "reduce",
        "extra_http_headers": {"X-Forwarded-For": next_visitor()},
    } | VARIANTS[variant]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM}


def pytest_xdist_auto_num_workers(config):
    """Two, each with an installation of its own. Who names tests gets one, which begins sooner and shows what is printed."""
    return 0 if config.option.keyword or config.option.file_or_dir else 2


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """File after file, so that none is split; also those whose tests without a browser pytest would put elsewhere."""
    names = sorted({item.path.stem for item in items})
    order = [*(name for name in LONGEST_FIRST if name in names), *(name for name in names if name not in LONGEST_FIRST)]
    items.sort(key=lambda item: order.index(item.path.stem))


@pytest.fixture(scope="session", autouse=True)
def looked_up(request):
    """Records are looked up in the demo as it was made, so that it makes no difference which file a process begins with."""
    if any("found" in item.fixturenames for item in request.session.items):
        request.getfixturevalue("found")


@pytest.fixture(scope="session")
def installation():
    with Installation() as it:
        yield it


@pytest.fixture(scope="session")
def mailbox(installation):
    box = Mailbox(installation)
    box.settle()
    return box


@pytest.fixture(scope="session")
def people(installation):
    return People(installation, next_visitor)


@pytest.fixture(scope="session")
def found(people, mailbox):
    return find(people, mailbox)


@pytest.fixture(scope="session")
def out():
    folder = pathlib.Path(os.environ.get("SCHAKEL_TEST_OUT") or pathlib.Path(__file__).resolve().parents[2] / "out")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def new_page(browser, installation):
    """`new_page("phone", "hasselt", cookie)`: a page of a fresh browser, signed in when it gets a session's cookie."""
    contexts = []

    def make(variant="desktop", centre="borne", cookie=None):
        context = browser.new_context(base_url=installation.address(centre), **context_options(variant))
        # Setting a password takes a debug build 1.5 s of a core: half a minute where the cores have much else to do.
        context.set_default_timeout(30000)
        contexts.append(context)
        if cookie:
            context.add_cookies([cookie])
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
