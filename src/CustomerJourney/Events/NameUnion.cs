namespace CustomerJourney.Events;

/// <summary>The names of several sorted lists as one, and for each list the places of its names there.</summary>
internal sealed class NameUnion
{
    public NameUnion(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        Places = [.. lists.Select(list => new int[list.Count])];
        PriorityQueue<(int List, int Index), string> heads = new(lists.Count, StringComparer.Ordinal);
        for (int list = 0; list < lists.Count; list++)
        {
            if (lists[list].Count > 0) heads.Enqueue((list, 0), lists[list][0]);
        }

        List<string> names = [];
        while (heads.TryPeek(out (int List, int Index) head, out string? name))
        {
            if (names.Count == 0 || !string.Equals(names[^1], name, StringComparison.Ordinal)) names.Add(name);
            Places[head.List][head.Index] = names.Count - 1;
            if (head.Index + 1 < lists[head.List].Count) heads.DequeueEnqueue((head.List, head.Index + 1), lists[head.List][head.Index + 1]);
            else heads.Dequeue();
        }

        Names = [.. names];
    }

    public string[] Names { get; }

    public int[][] Places { get; }
}
