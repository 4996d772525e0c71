using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Molecules.Chemistry;

/// <summary>The elements by symbol and by number.</summary>
public static class PeriodicTable
{
    /// <summary>Symbol, mass, outer electrons and normal valences of each element, in the order of their numbers.</summary>
    private const string Entries = """
        H 1.008 1 1 | He 4.003 2 0 | Li 6.941 1 1 | Be 9.012 2 2
        B 10.812 3 3 | C 12.011 4 4 | N 14.007 5 3 | O 15.999 6 2
        F 18.998 7 1 | Ne 20.18 8 0 | Na 22.99 1 1 | Mg 24.305 2 2
        Al 26.982 3 3,6 | Si 28.086 4 4,6 | P 30.974 5 3,5,7 | S 32.067 6 2,4,6
        Cl 35.453 7 1 | Ar 39.948 8 0 | K 39.098 1 1 | Ca 40.078 2 2
        Sc 44.956 3 - | Ti 47.867 4 - | V 50.942 5 - | Cr 51.996 6 -
        Mn 54.938 7 - | Fe 55.845 8 - | Co 58.933 9 - | Ni 58.693 10 -
        Cu 63.546 11 - | Zn 65.39 2 - | Ga 69.723 3 3 | Ge 72.61 4 4
        As 74.922 5 3,5,7 | Se 78.96 6 2,4,6 | Br 79.904 7 1 | Kr 83.8 8 0
        Rb 85.468 1 1 | Sr 87.62 2 2 | Y 88.906 3 - | Zr 91.224 4 -
        Nb 92.906 5 - | Mo 95.94 6 - | Tc 98 7 - | Ru 101.07 8 -
        Rh 102.906 9 - | Pd 106.42 10 - | Ag 107.868 11 - | Cd 112.412 2 -
        In 114.818 3 3 | Sn 118.711 4 2,4 | Sb 121.76 5 3,5,7 | Te 127.6 6 2,4,6
        I 126.904 7 1,3,5 | Xe 131.29 8 0,2,4,6 | Cs 132.905 1 1 | Ba 137.328 2 2
        La 138.906 3 - | Ce 140.116 4 - | Pr 140.908 3 - | Nd 144.24 4 -
        Pm 145 5 - | Sm 150.36 6 - | Eu 151.964 7 - | Gd 157.25 8 -
        Tb 158.925 9 - | Dy 162.5 10 - | Ho 164.93 11 - | Er 167.26 12 -
        Tm 168.934 13 - | Yb 173.04 14 - | Lu 174.967 15 - | Hf 178.49 4 -
        Ta 180.948 5 - | W 183.84 6 - | Re 186.207 7 - | Os 190.23 8 -
        Ir 192.217 9 - | Pt 195.078 10 - | Au 196.967 11 - | Hg 200.59 2 -
        Tl 204.383 3 3 | Pb 207.2 4 2,4 | Bi 208.98 5 3,5,7 | Po 209 6 2,4,6
        At 210 7 1,3,5 | Rn 222 8 0 | Fr 223 1 1 | Ra 226 2 2
        Ac 227 3 - | Th 232.038 4 - | Pa 231.036 3 - | U 238.029 4 -
        Np 237 5 - | Pu 244 6 - | Am 243 7 - | Cm 247 8 -
        Bk 247 9 - | Cf 251 10 - | Es 252 11 - | Fm 257 12 -
        Md 258 13 - | No 259 14 - | Lr 262 15 - | Rf 267 2 -
        Db 268 2 - | Sg 269 2 - | Bh 270 2 - | Hs 269 2 -
        Mt 278 2 - | Ds 281 2 - | Rg 281 2 - | Cn 285 2 -
        Nh 284 2 - | Fl 289 2 - | Mc 288 2 - | Lv 293 2 -
        Ts 292 2 - | Og 294 2 -
        """;

    private static readonly ImmutableArray<Element> Elements = Parse();
    private static readonly FrozenDictionary<string, Element> BySymbol = Elements.ToFrozenDictionary(element => element.Symbol);

    /// <summary>The element of an atomic number from 1 to 118.</summary>
    public static Element Of(int number) => Elements[number - 1];

    /// <summary>The element of a symbol such as <c>Cl</c>; null where there is none.</summary>
    public static Element? Find(string symbol) => BySymbol.GetValueOrDefault(symbol);

    private static ImmutableArray<Element> Parse()
        => [.. Entries.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static Element Parse(string entry, int index)
    {
        var fields = entry.Split(' ');
        return new Element(
            index + 1,
            fields[0],
            double.Parse(fields[1], CultureInfo.InvariantCulture),
            int.Parse(fields[2], CultureInfo.InvariantCulture),
            fields[3] == "-" ? [] : [.. fields[3].Split(',').Select(valence => int.Parse(valence, CultureInfo.InvariantCulture))]);
    }
}
