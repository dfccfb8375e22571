"""The recording of a nerve cell, and what is refused in its place."""

import struct

import matplotlib.cbook
import pytest
import torch

from helpers.series import load_neuron


def test_the_recording_is_that_of_the_notebook():
    recording = load_neuron()
    assert recording.shape == (12000,) and recording.dtype == torch.float64
    assert recording[0].item() == pytest.approx(-66.78876876831055, abs=1e-12)
    assert recording[-1].item() == pytest.approx(-65.0794, abs=1e-4)
    spikes = (recording[1:] >= -20) & (recording[:-1] < -20)
    assert int(spikes.sum()) == 57


NAN = struct.pack("<f", float("nan"))


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (None, FileNotFoundError, "membrane.dat isn't among matplotlib"),
        (b"", ValueError, "expected 12000 .* got 0 bytes"),
        (bytes(47999), ValueError, "expected 12000 .* got 47999 bytes"),
        (bytes(48004), ValueError, "expected 12000 .* got 48004 bytes"),
        (NAN * 12000, ValueError, "membrane.dat: expected finite numbers"),
    ],
)
def test_another_file_is_refused(content, error, message, monkeypatch, tmp_path):
    path = tmp_path / "membrane.dat"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(matplotlib.cbook, "get_sample_data", lambda *_, **__: path)
    with pytest.raises(error, match=message):
        load_neuron()
