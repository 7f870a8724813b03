"""Commands on the embedded language model."""

from __future__ import annotations

import json

import typer

from kg.cli._app import Json, app, out

model_app = typer.Typer(no_args_is_help=True, help="The embedded language model.")
app.add_typer(model_app, name="model")


@model_app.command("info")
def model_info(as_json: Json = False) -> None:
    """Print the embedded model's version, licences and measured quality."""
    from kg.nlp.card import card

    info = card()
    if as_json:
        print(json.dumps(info, ensure_ascii=False, indent=1))
        return
    for key, value in info.items():
        if isinstance(value, dict):
            out.print(f"{key}:", markup=False)
            for name, figure in value.items():
                said = ", ".join(f"{k} {v}" for k, v in figure.items()) if isinstance(figure, dict) else figure
                out.print(f"  {name}: {said}", markup=False)
        else:
            out.print(f"{key}: {value}", markup=False)
