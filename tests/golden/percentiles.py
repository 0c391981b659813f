"""How many runs of the notes' experiments end below what the notes printed.

    python3 percentiles.py literal 2000 [FIRST_SEED]      # PyTorch, every weight drawn
    python3 percentiles.py conditional 100000             # NumPy, each layer from its law given its input

Prints one JSON object: runs and, for mean and unbiased standard deviation after layer 100, the runs
that end below the printed value. Width 512; every stored number is float32. Experiments of one script
share their draws: runs of one experiment are independent of each other, experiments are not.
"""
import json
import math
import sys

WIDTH, DEPTH = 512, 100
NOTED = {  # mean, standard deviation
    "exp3": (0.0429, 0.8416),
    "exp4": (0.0009, 0.0549),
    "exp5a": (0.0024, 0.0794),
    "exp5b": (3.7465e-16, 5.6924e-16),
    "exp6": (0.4737, 0.6989),
}


def counted(runs, means, deviations):
    """Runs below the notes' values; means and deviations by experiment."""
    return {
        name: {
            "runs": runs,
            "meanBelow": sum(1 for value in means[name] if value < mean),
            "stdBelow": sum(1 for value in deviations[name] if value < deviation),
        }
        for name, (mean, deviation) in NOTED.items()
    }


def literal(seeds, first):
    import torch

    torch.set_num_threads(1)
    means, deviations = {name: [] for name in NOTED}, {name: [] for name in NOTED}

    def chains(seed, start, draw, layers):
        torch.manual_seed(seed)
        x0 = torch.randn(WIDTH)
        x = {name: x0 for name in layers}
        for _ in range(DEPTH):
            weights = draw()
            for name, layer in layers.items():
                x[name] = layer(weights, x[name])
        for name, value in x.items():
            means[name].append(value.mean().item())
            deviations[name].append(value.std().item())

    for seed in range(first, first + seeds):
        chains(seed, 0, lambda: torch.randn(WIDTH, WIDTH), {
            "exp3": lambda w, x: (w * math.sqrt(1 / WIDTH)) @ x,
            "exp4": lambda w, x: torch.tanh((w * math.sqrt(1 / WIDTH)) @ x),
            "exp6": lambda w, x: ((w * math.sqrt(2 / WIDTH)) @ x).clamp_min(0.0),
        })
        chains(seed, 0, lambda: torch.empty(WIDTH, WIDTH).uniform_(-1, 1) * math.sqrt(6 / 1024), {
            "exp5a": lambda w, x: torch.tanh(w @ x),
            "exp5b": lambda w, x: (w @ x).clamp_min(0.0),
        })
    return means, deviations, f"PyTorch {torch.__version__}, manual_seed({first} …)"


def conditional(seeds, batch=500):
    import numpy as np

    random = np.random.Generator(np.random.SFC64(1))
    one = np.float32(1)
    relu = lambda z: np.maximum(z, 0 * one)
    layers = {
        "exp3": (1, lambda z: z),
        "exp4": (1, np.tanh),
        "exp5a": (1, np.tanh),
        "exp5b": (1, relu),
        "exp6": (2, relu),
    }
    means, deviations = {name: [] for name in NOTED}, {name: [] for name in NOTED}
    for _ in range(0, seeds, batch):
        x0 = random.standard_normal((batch, WIDTH), dtype=np.float32)
        x = {name: x0 for name in layers}
        for _ in range(DEPTH):
            # W x, given x, is N(0, variance · |x|² / n), independently for every row of W.
            normal = random.standard_normal((batch, WIDTH), dtype=np.float32)
            for name, (variance, f) in layers.items():
                squares = np.einsum("ij,ij->i", x[name], x[name], dtype=np.float64)
                scale = np.sqrt(variance * squares / WIDTH).astype(np.float32)
                x[name] = f(normal * scale[:, None])
        for name, value in x.items():
            wide = value.astype(np.float64)
            means[name].extend(wide.mean(1))
            deviations[name].extend(wide.std(1, ddof=1))
    return means, deviations, f"NumPy {np.__version__}, SFC64(1)"


if __name__ == "__main__":
    method, seeds = sys.argv[1], int(sys.argv[2])
    if method == "literal":
        means, deviations, by = literal(seeds, int(sys.argv[3]) if len(sys.argv) > 3 else 0)
    else:
        means, deviations, by = conditional(seeds)
    print(json.dumps({"method": method, "by": by, "cases": counted(seeds, means, deviations)}))
