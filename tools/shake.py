"""Run the notebooks' tests as another processor would: with other last bits.

usage: python tools/shake.py [SEED ...] [NOTEBOOK or option of pytest ...]

After each step of an optimizer, about half of its parameters move by one last bit,
up or down. All their bits and the seed (default: 1) say which, so that the same
training twice stays the same. Each seed is as good as one more processor. Outside:
trainings without an optimizer, and steps whose operations somebody counts.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shake_steps(seed):
    """From now on, shake each optimizer's step; return the handle that ends it."""
    import torch
    from torch.optim.optimizer import register_optimizer_step_post_hook
    from torch.utils._python_dispatch import _get_current_dispatch_mode

    factors = torch.tensor([0.5, 1, 1, 2])  # towards zero, stay, stay, away from it
    whole = {torch.float32: torch.int32, torch.float64: torch.int64}

    @torch.no_grad()
    def shake(optimizer, args, kwargs):
        if _get_current_dispatch_mode() is not None:
            return
        for group in optimizer.param_groups:
            for p in group["params"]:
                if p.grad is not None and p.dtype in whole:
                    bits = p.view(whole[p.dtype]).sum().item()
                    chance = torch.Generator().manual_seed(seed + bits)
                    chosen = torch.randint(4, p.shape, generator=chance)
                    p.copy_(torch.nextafter(p, p * factors[chosen]))

    return register_optimizer_step_post_hook(shake)


def run(seed, arguments):
    """Run pytest with kernels that shake; return whether all is well."""
    print(f"seed {seed}:", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder, "profile_default", "startup", "shake.py")
        start.parent.mkdir(parents=True)
        call = f"runpy.run_path({__file__!r})['shake_steps']({seed})"
        start.write_text(f"import runpy\n{call}\n", encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        environment = os.environ | {"IPYTHONDIR": folder}
        return subprocess.call([*command, *arguments], env=environment) == 0


if __name__ == "__main__":
    seeds = [int(word) for word in sys.argv[1:] if word.isdigit()] or [1]
    others = [word for word in sys.argv[1:] if not word.isdigit()]
    bad = [seed for seed in seeds if not run(seed, others or [str(ROOT / "notebooks")])]
    sys.exit(f"not well under seed {bad}" if bad else 0)
