namespace ScoreGen.Generator.Tests.Editing;

/// <summary>A text with choices: <c>{one|another}</c>, also one inside another. A brace without a choice in it is a brace.</summary>
internal sealed class EditedText
{
    private readonly List<Part> parts;

    public EditedText(string template) => parts = Parse(template);

    /// <summary>Chooses anew in one place; every other time what stands first, which is the way to code without errors.</summary>
    public void Choose(Random random)
    {
        var choices = parts.OfType<Choice>().SelectMany(choice => choice.All()).ToList();
        if (choices.Count > 0)
        {
            var choice = choices[random.Next(choices.Count)];
            choice.Chosen = random.Next(2) * random.Next(choice.Alternatives.Count);
        }
    }

    public override string ToString() => string.Concat(parts);

    private static List<Part> Parse(string template)
    {
        var found = new List<Part>();
        var text = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{' || Alternatives(template, i) is not { Count: > 1 } alternatives)
            {
                continue;
            }

            found.Add(new Words(template[text..i]));
            found.Add(new Choice([.. alternatives.Select(alternative => new EditedText(alternative))]));
            i += alternatives.Sum(alternative => alternative.Length + 1);
            text = i + 1;
        }

        found.Add(new Words(template[text..]));
        return found;
    }

    /// <summary>What stands between the brace at a place and its end, divided at the bars that are in no brace of their own.</summary>
    private static List<string> Alternatives(string template, int start)
    {
        var found = new List<string>();
        var (depth, from) = (0, start + 1);
        for (var i = start; i < template.Length; i++)
        {
            depth += template[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 || (depth == 1 && template[i] == '|'))
            {
                found.Add(template[from..i]);
                from = i + 1;
            }

            if (depth == 0)
            {
                return found;
            }
        }

        return [];
    }

    private abstract class Part;

    private sealed class Words(string text) : Part
    {
        public override string ToString() => text;
    }

    private sealed class Choice(List<EditedText> alternatives) : Part
    {
        public List<EditedText> Alternatives { get; } = alternatives;

        public int Chosen { get; set; }

        /// <summary>This choice, and those inside it.</summary>
        public IEnumerable<Choice> All() => Alternatives.SelectMany(text => text.parts.OfType<Choice>()).SelectMany(choice => choice.All()).Prepend(this);

        public override string ToString() => Alternatives[Chosen].ToString();
    }
}
