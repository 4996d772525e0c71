namespace Molecules.Chemistry.Smiles;

/// <summary>Reads one atom: a bare symbol of the organic subset, or brackets.</summary>
internal sealed class AtomReader(TextCursor cursor)
{
    private const int MaxCharge = 15;

    /// <summary>The bare symbols; two-letter ones first, so that <c>Cl</c> is no carbon.</summary>
    private static readonly string[] BareSymbols = ["Cl", "Br", "B", "C", "N", "O", "P", "S", "F", "I"];

    private static readonly string[] AromaticSymbols = ["se", "as", "te", "si", "b", "c", "n", "o", "p", "s"];

    private static readonly string[] BareAromaticSymbols = ["b", "c", "n", "o", "p", "s"];

    /// <summary>The next atom; null where none begins here.</summary>
    public Atom? Read(int index)
    {
        var position = cursor.Position;
        if (cursor.TryRead('['))
        {
            return ReadBrackets(index, position);
        }

        if (cursor.Peek == '*')
        {
            throw cursor.Error("'*' stands for any atom; a molecule needs an element here");
        }

        if (BareSymbols.FirstOrDefault(cursor.TryRead) is { } symbol)
        {
            return new Atom(index, PeriodicTable.Find(symbol)!) { Position = position };
        }

        return BareAromaticSymbols.FirstOrDefault(cursor.TryRead) is { } aromatic
            ? new Atom(index, Aromatic(aromatic)) { Position = position, IsAromatic = true }
            : null;
    }

    private Atom ReadBrackets(int index, int position)
    {
        var isotope = cursor.ReadNumber(3) ?? 0;
        var (element, isAromatic) = ReadElement();
        var chirality = ReadChirality();
        var hydrogens = cursor.TryRead('H') ? cursor.ReadNumber(2) ?? 1 : 0;
        var charge = ReadCharge();
        SkipAtomClass();
        if (!cursor.TryRead(']'))
        {
            throw cursor.AtEnd
                ? new SmilesException("the bracket is never closed; write ']' after the atom", position)
                : cursor.Error($"'{cursor.Peek}' does not belong into the brackets here; they hold isotope, element, chirality, hydrogens, charge and class, in this order");
        }

        return new Atom(index, element)
        {
            Position = position,
            Isotope = isotope,
            Charge = charge,
            Hydrogens = hydrogens,
            HasFixedHydrogens = true,
            IsAromatic = isAromatic,
            Chirality = chirality,
        };
    }

    private (Element Element, bool IsAromatic) ReadElement()
    {
        if (AromaticSymbols.FirstOrDefault(cursor.TryRead) is { } aromatic)
        {
            return (Aromatic(aromatic), true);
        }

        var position = cursor.Position;
        if (!char.IsAsciiLetterUpper(cursor.Peek))
        {
            throw cursor.Error("the brackets hold no element; write one, such as [Na+]");
        }

        var first = cursor.Read();
        if (char.IsAsciiLetterLower(cursor.Peek) && PeriodicTable.Find($"{first}{cursor.Peek}") is { } twoLetters)
        {
            cursor.Read();
            return (twoLetters, false);
        }

        return PeriodicTable.Find(first.ToString()) is { } element
            ? (element, false)
            : throw new SmilesException($"'{first}{(char.IsAsciiLetterLower(cursor.Peek) ? cursor.Peek : "")}' is no element", position);
    }

    private static Element Aromatic(string symbol) => PeriodicTable.Find(char.ToUpperInvariant(symbol[0]) + symbol[1..])!;

    private Chirality ReadChirality()
    {
        if (!cursor.TryRead('@'))
        {
            return Chirality.None;
        }

        if (cursor.TryRead('@') || cursor.TryRead("TH2"))
        {
            return Chirality.Clockwise;
        }

        if (!cursor.TryRead("TH1") && new[] { "TH", "AL", "SP", "TB", "OH" }.FirstOrDefault(cursor.TryRead) is { } kind)
        {
            throw cursor.Error($"@{kind} is not supported; of the chirality marks only @ and @@ (@TH1, @TH2) are");
        }

        return Chirality.Counterclockwise;
    }

    private int ReadCharge()
    {
        var sign = cursor.Peek switch
        {
            '+' => 1,
            '-' => -1,
            _ => 0,
        };
        if (sign == 0)
        {
            return 0;
        }

        var symbol = cursor.Read();
        var size = cursor.ReadNumber(2) ?? 1 + Repeats(symbol);
        return size <= MaxCharge ? sign * size : throw cursor.Error($"a charge of {size} is no charge of an atom; at most {MaxCharge} is read");
    }

    private int Repeats(char symbol)
    {
        var count = 0;
        while (cursor.TryRead(symbol))
        {
            count++;
        }

        return count;
    }

    private void SkipAtomClass()
    {
        if (cursor.TryRead(':') && cursor.ReadNumber(9) is null)
        {
            throw cursor.Error("a number must follow ':', the class of the atom");
        }
    }
}
