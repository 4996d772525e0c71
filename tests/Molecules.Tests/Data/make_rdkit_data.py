#!/usr/bin/env python3
"""Writes what RDKit sees in ESOL and in hard-smiles.txt, as the expectations of the chemistry tests.

    apt-get install python3-rdkit
    ./make_rdkit_data.py path/to/esol.csv

Features are given as the indices of the bits that are 1 in chemprop's version 2 layout (72 for an atom, 14 for a bond),
the atom's mass apart (the mass number where an isotope is given). Made with RDKit 2022.09.3.
"""
import csv
import sys
from pathlib import Path

from rdkit import Chem, RDLogger
from rdkit.Chem.Scaffolds import MurckoScaffold

HERE = Path(__file__).resolve().parent
FEATURE_STRIDE = 10
HYBRIDIZATIONS = ["S", "SP", "SP2", "SP2D", "SP3", "SP3D", "SP3D2"]
BOND_TYPES = ["SINGLE", "DOUBLE", "TRIPLE", "AROMATIC"]


def one_hot(value, choices, start):
    return start + (choices.index(value) if value in choices else len(choices))


def atom_bits(atom):
    bits = [
        one_hot(atom.GetAtomicNum(), [*range(1, 37), 53], 0),
        one_hot(atom.GetTotalDegree(), [*range(6)], 38),
        one_hot(atom.GetFormalCharge(), [-1, -2, 1, 2, 0], 45),
        one_hot(int(atom.GetChiralTag()), [*range(4)], 51),
        one_hot(int(atom.GetTotalNumHs()), [*range(5)], 56),
        one_hot(str(atom.GetHybridization()), HYBRIDIZATIONS, 62),
    ]
    return bits + [70] * atom.GetIsAromatic()


def bond_bits(bond):
    kind = str(bond.GetBondType())
    bits = [1 + BOND_TYPES.index(kind)] if kind in BOND_TYPES else []
    bits += [5] * bond.GetIsConjugated() + [6] * bond.IsInRing()
    return bits + [one_hot(int(bond.GetStereo()), [*range(6)], 7)]


def join(numbers):
    return ",".join(map(str, numbers))


def features(mol):
    atoms = " ".join(f"{join(atom_bits(atom))}:{atom.GetIsotope() or atom.GetMass():.3f}" for atom in mol.GetAtoms())
    ends = lambda bond: sorted((bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()))
    bonds = sorted((ends(bond), bond_bits(bond)) for bond in mol.GetBonds())
    return atoms, " ".join(f"{join(pair)}:{join(bits)}" for pair, bits in bonds)


def counts(mol):
    atoms = list(mol.GetAtoms())
    bonds = list(mol.GetBonds())
    return [
        len(atoms),
        len(bonds),
        sum(atom.GetTotalNumHs() for atom in atoms),
        mol.GetRingInfo().NumRings(),
        sum(atom.GetIsAromatic() for atom in atoms),
        sum(bond.GetIsAromatic() for bond in bonds),
        sum(bond.GetIsConjugated() for bond in bonds),
    ]


def scaffold(mol):
    return MurckoScaffold.MurckoScaffoldSmiles(mol=mol, includeChirality=False)


def write(name, header, rows):
    with open(HERE / name, "w", newline="\n") as file:
        for row in [header, *rows]:
            file.write("\t".join(map(str, row)) + "\n")


def main():
    RDLogger.DisableLog("rdApp.*")
    with open(sys.argv[1], newline="") as file:
        esol = [(row["smiles"].strip(), row["measured log solubility in mols per litre"]) for row in csv.DictReader(file)]
    hard = (HERE / "hard-smiles.txt").read_text().split()
    names = ["atoms", "bonds", "hydrogens", "rings", "aromatic_atoms", "aromatic_bonds", "conjugated_bonds"]

    rows, groups = [], {}
    for smiles, solubility in esol:
        mol = Chem.MolFromSmiles(smiles)
        group = groups.setdefault(scaffold(mol), len(groups))
        rows.append([smiles, solubility, *counts(mol), group])
    write("esol-rdkit.tsv", ["smiles", "log_solubility", *names, "scaffold"], rows)

    sample = hard + [smiles for smiles, _ in esol[::FEATURE_STRIDE]]
    rows = []
    for smiles in sample:
        mol = Chem.MolFromSmiles(smiles)
        if mol is None:
            sys.exit(f"RDKit cannot read {smiles}")
        rows.append([smiles, mol.GetRingInfo().NumRings(), *features(mol)])
    write("features-rdkit.tsv", ["smiles", "rings", "atoms", "bonds"], rows)


if __name__ == "__main__":
    main()
