"""Whatever a program sends, in or out of the description: no server error, and every answer is what is described."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as given_data
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tenu.web.api.routes import description
from tests.web.serving import Served

Operation = schemathesis.APIOperation[Any, Any, Any, Any]
SCHEMA = schemathesis.openapi.from_dict({**description(), "security": []})  # who comes in is tested by hand
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    allow_header_conformance,
    unsupported_method,
]  # not whether all that fits is taken: no schema can say that a claim must be there, or which times are on a calendar


def send(site: Served, operation: Operation, mode: GenerationMode, examples: int) -> None:
    """Send made-up requests to one operation and check each answer."""
    assert site.token_file is not None
    shown = {"Authorization": f"Bearer {site.token_file.read_text()}"}

    @given_data(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    def sending(case: Any) -> None:
        case.call_and_validate(base_url=site.origin, headers=shown, checks=CHECKS)

    sending()


def ids(operation: Operation) -> str:
    return f"{operation.method.upper()} {operation.path}"


@pytest.mark.parametrize("operation", OPERATIONS, ids=ids)
def test_what_fits_the_description_is_answered_as_described(programs: Served, operation: Operation) -> None:
    send(programs, operation, GenerationMode.POSITIVE, 5)


@pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.path != "/api/v1"], ids=ids)
def test_what_does_not_fit_is_refused_in_words(programs: Served, operation: Operation) -> None:
    send(programs, operation, GenerationMode.NEGATIVE, 4)


@pytest.mark.long
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("operation", OPERATIONS, ids=ids)
def test_so_it_is_over_hundreds_of_requests(programs: Served, operation: Operation, mode: GenerationMode) -> None:
    send(programs, operation, mode, 150)
