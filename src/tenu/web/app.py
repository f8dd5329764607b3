"""The site put together: its pages, what stands before them, and what they refuse."""

from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from tenu.web import adding, entering
from tenu.web.api import reading
from tenu.web.api.routes import PARTS as API
from tenu.web.asking import from_our_own_page
from tenu.web.browse import figures, lists, records
from tenu.web.door import Door
from tenu.web.refusing import refuse_in_words
from tenu.web.review.routes import routes as review
from tenu.web.site import Site

ROUTES = (entering.routes, review, adding.routes, lists.routes, records.routes, figures.routes, *API, reading.routes)
_STATIC = Path(__file__).parent / "static"


def create_app(site: Site) -> FastAPI:
    """Make the app of a site: all changing routes want the key of our own forms, all answers pass the door."""
    app = FastAPI(
        title="tenu", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(from_our_own_page)]
    )
    app.state.site, app.state.routes = site, ROUTES
    for routes in ROUTES:
        app.include_router(routes)
    app.mount("/static", StaticFiles(directory=_STATIC))
    refuse_in_words(app)
    app.add_middleware(Door, site=site)
    return app
