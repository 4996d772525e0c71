namespace Molecules.Chemistry.Smiles;

/// <summary>Reads a SMILES into atoms and bonds; what the text leaves unsaid is for perception to fill in.</summary>
internal sealed class SmilesReader
{
    private readonly TextCursor cursor;
    private readonly AtomReader atoms;
    private readonly RingClosures rings = new();
    private readonly WrittenOrder order = new();
    private readonly MoleculeDraft draft = new();
    private readonly Stack<(Atom Atom, int Position)> branches = new();
    private Atom? previous;
    private BondMark? pending;

    private SmilesReader(string text)
    {
        cursor = new TextCursor(text);
        atoms = new AtomReader(cursor);
    }

    /// <exception cref="SmilesException">The text is no SMILES.</exception>
    public static MoleculeDraft Read(string text)
    {
        var reader = new SmilesReader(text.Trim());
        reader.ReadAll();
        return reader.draft;
    }

    private void ReadAll()
    {
        if (cursor.AtEnd)
        {
            throw cursor.Error("the SMILES is empty");
        }

        while (!cursor.AtEnd)
        {
            ReadNext();
        }

        CheckEnd();
        rings.Connect(draft);
        order.Settle();
    }

    private void ReadNext()
    {
        var position = cursor.Position;
        if (atoms.Read(draft.Atoms.Count) is { } atom)
        {
            Append(atom);
        }
        else if (BondMark.TryRead(cursor) is { } mark)
        {
            SetPending(mark);
        }
        else if (cursor.TryRead('('))
        {
            branches.Push((NeedPrevious("a branch", position), position));
        }
        else if (cursor.TryRead(')'))
        {
            EndBranch(position);
        }
        else if (cursor.TryRead('.'))
        {
            EndPart(position);
        }
        else if (char.IsAsciiDigit(cursor.Peek) || cursor.Peek == '%')
        {
            ReadRingClosure(position);
        }
        else
        {
            throw cursor.Error($"'{cursor.Peek}' means nothing in a SMILES");
        }
    }

    private void Append(Atom atom)
    {
        draft.Add(atom);
        if (previous is not null)
        {
            var bondOrder = pending?.Order ?? BondMark.Implied(previous, atom);
            draft.Connect(previous, atom, bondOrder, pending?.Direction ?? BondDirection.None);
            order.Append(previous).Neighbour = atom;
        }

        order.Begin(atom, previous);
        previous = atom;
        pending = null;
    }

    private void SetPending(BondMark mark)
    {
        NeedPrevious("a bond", mark.Position);
        pending = pending is null
            ? mark
            : throw new SmilesException("two bonds follow each other; an atom must stand between them", mark.Position);
    }

    private void ReadRingClosure(int position)
    {
        var atom = NeedPrevious("a ring closure", position);
        int? number;
        if (cursor.TryRead('%'))
        {
            number = cursor.ReadNumber(2) is { } two && cursor.Position == position + 3
                ? two
                : throw new SmilesException("two digits must follow '%'", position);
        }
        else
        {
            number = cursor.ReadNumber(1);
        }

        rings.Add(number!.Value, new RingEnd(atom, pending, position, order.Append(atom)));
        pending = null;
    }

    private void EndBranch(int position)
    {
        NeedNoPending("a branch ends");
        if (!branches.TryPop(out var branch))
        {
            throw new SmilesException("')' ends a branch that never began", position);
        }

        if (previous == branch.Atom)
        {
            throw new SmilesException("the branch is empty; write an atom into it", position);
        }

        previous = branch.Atom;
    }

    private void EndPart(int position)
    {
        NeedNoPending("'.' ends the part");
        NeedPrevious("'.'", position);
        previous = null;
    }

    private void CheckEnd()
    {
        NeedNoPending("the text ends");
        if (branches.TryPeek(out var branch))
        {
            throw new SmilesException("the branch is never closed; write ')' after it", branch.Position);
        }

        if (previous is null)
        {
            throw cursor.Error("an atom must follow '.'");
        }
    }

    private Atom NeedPrevious(string what, int position)
        => previous ?? throw new SmilesException($"{what} must follow an atom", position);

    private void NeedNoPending(string where)
    {
        if (pending is { } mark)
        {
            throw new SmilesException($"the bond leads nowhere: {where} before its second atom", mark.Position);
        }
    }
}
