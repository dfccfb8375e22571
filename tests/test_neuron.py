"""The recording of a nerve cell, and what is refused in its place."""

import struct

import matplotlib.cbook
import pytest
import torch

from helpers.series import load_neuron


@pytest.fixture
def put(monkeypatch, tmp_path):
    """Put a file with this content in the place of matplotlib's; None: no file."""

    def put_content(content):
        path = tmp_path / "membrane.dat"
        if content is not None:
            path.write_bytes(content)
        monkeypatch.setattr(
            matplotlib.cbook, "get_sample_data", lambda name, asfileobj: str(path)
        )

    return put_content


def test_the_recording_is_that_of_the_notebook():
    recording = load_neuron()
    assert recording.shape == (12000,) and recording.dtype == torch.float64
    assert recording[0].item() == pytest.approx(-66.78876876831055, abs=1e-12)
    assert recording[-1].item() == pytest.approx(-65.0794, abs=1e-4)
    assert -67.6 < recording.min() < -67.5 and 3.7 < recording.max() < 3.8
    spikes = (recording[1:] >= -20) & (recording[:-1] < -20)
    assert int(spikes.sum()) == 57


def test_values_are_in_volts_by_ten(put):
    put(struct.pack("<12000f", *[-0.5] * 6000, *[0.25] * 6000))
    recording = load_neuron()
    assert recording[0].item() == -50.0 and recording[-1].item() == 25.0


def test_a_missing_file_is_named(put):
    put(None)
    with pytest.raises(FileNotFoundError, match="membrane.dat isn't among matplotlib"):
        load_neuron()


@pytest.mark.parametrize("length", [0, 47996, 47999, 48004])
def test_another_length_is_refused(put, length):
    put(bytes(length))
    with pytest.raises(ValueError, match=f"expected 12000 .* got {length} bytes"):
        load_neuron()


def test_what_isnt_a_number_is_refused(put):
    put(struct.pack("<12000f", *[-0.5] * 11999, float("nan")))
    with pytest.raises(ValueError, match="membrane.dat: expected finite numbers"):
        load_neuron()
