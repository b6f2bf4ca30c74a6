"""What tests share: where the shared material lies, and the ontology that the project ships."""

import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from annotations import ontology
from annotations.ontology import Ontology

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure() -> None:
    """Have what tests start hear ctrl-c, even where the run itself was started in the background, deaf to it.

    How long examples take is no test: it says how busy the machine is.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("untimed")


@pytest.fixture(scope="session")
def conflict() -> Ontology:
    """The ontology that the project ships."""
    return ontology.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of newswire and gold that lies beside the project where there is one."""
    if not SHARED.is_dir():
        pytest.skip(f"no shared material at {SHARED.name}/ beside the project")
    return SHARED
