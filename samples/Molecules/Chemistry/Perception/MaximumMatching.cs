namespace Molecules.Chemistry.Perception;

/// <summary>
/// A maximum matching of a graph, by Edmonds' algorithm: search for augmenting paths, with odd cycles (blossoms) shrunk to a point.
/// </summary>
internal sealed class MaximumMatching
{
    private const int None = -1;

    private readonly List<int>[] neighbours;
    private readonly int[] partner, parent, bases;
    private readonly bool[] isReached;

    public MaximumMatching(int vertices, IEnumerable<(int From, int To)> edges)
    {
        neighbours = [.. Enumerable.Range(0, vertices).Select(_ => new List<int>())];
        (partner, parent, bases) = (new int[vertices], new int[vertices], new int[vertices]);
        isReached = new bool[vertices];
        foreach (var (from, to) in edges)
        {
            neighbours[from].Add(to);
            neighbours[to].Add(from);
        }
    }

    /// <summary>For each vertex the one it is matched with, or null.</summary>
    public int?[] Find()
    {
        Array.Fill(partner, None);
        for (var vertex = 0; vertex < partner.Length; vertex++)
        {
            if (partner[vertex] == None)
            {
                Augment(FindPathEnd(vertex));
            }
        }

        return [.. partner.Select(other => other == None ? (int?)null : other)];
    }

    /// <summary>Breadth-first search for a free vertex at the end of an alternating path; <see cref="None"/> where there is none.</summary>
    private int FindPathEnd(int root)
    {
        Array.Fill(parent, None);
        Array.Clear(isReached);
        for (var i = 0; i < bases.Length; i++)
        {
            bases[i] = i;
        }

        var queue = new Queue<int>([root]);
        isReached[root] = true;
        while (queue.TryDequeue(out var from))
        {
            foreach (var to in neighbours[from])
            {
                if (bases[from] == bases[to] || partner[from] == to)
                {
                    continue;
                }

                if (to == root || (partner[to] != None && parent[partner[to]] != None))
                {
                    Shrink(from, to, queue);
                }
                else if (parent[to] == None)
                {
                    parent[to] = from;
                    if (partner[to] == None)
                    {
                        return to;
                    }

                    isReached[partner[to]] = true;
                    queue.Enqueue(partner[to]);
                }
            }
        }

        return None;
    }

    private void Shrink(int from, int to, Queue<int> queue)
    {
        var stem = CommonBase(from, to);
        var inBlossom = new bool[bases.Length];
        MarkPath(from, stem, to, inBlossom);
        MarkPath(to, stem, from, inBlossom);
        for (var i = 0; i < bases.Length; i++)
        {
            if (inBlossom[bases[i]])
            {
                bases[i] = stem;
                if (!isReached[i])
                {
                    isReached[i] = true;
                    queue.Enqueue(i);
                }
            }
        }
    }

    private int CommonBase(int a, int b)
    {
        var seen = new HashSet<int>();
        for (var vertex = bases[a]; ; vertex = bases[parent[partner[vertex]]])
        {
            seen.Add(vertex);
            if (partner[vertex] == None)
            {
                break;
            }
        }

        var found = bases[b];
        while (!seen.Contains(found))
        {
            found = bases[parent[partner[found]]];
        }

        return found;
    }

    private void MarkPath(int vertex, int stem, int child, bool[] inBlossom)
    {
        while (bases[vertex] != stem)
        {
            inBlossom[bases[vertex]] = inBlossom[bases[partner[vertex]]] = true;
            parent[vertex] = child;
            child = partner[vertex];
            vertex = parent[partner[vertex]];
        }
    }

    private void Augment(int end)
    {
        while (end != None)
        {
            var before = parent[end];
            var next = partner[before];
            partner[end] = before;
            partner[before] = end;
            end = next;
        }
    }
}
