namespace CustomerJourney.Events;

/// <summary>The ids that a source links, by their codes, and which customer each of them is in the end.</summary>
/// <remarks>
/// What comes out is a function of the set of links: neither the order of rows nor that of codes matters.
/// Aliases come first: they merge ids into groups. A group is anonymous if each of its ids was seen as anonymous and none as known.
/// An anonymous group then goes to the group of its earliest link (by time, then by the known id, ordinally), whole and only once, so that it never joins two known customers.
/// A group goes under the id that no alias replaces, the first one ordinally if there are several or, in a ring, none.
/// </remarks>
internal sealed class IdentityLinks
{
    private readonly HashSet<(int Replaced, int Customer)> _aliases = [];
    private readonly Dictionary<(int Anonymous, int Known), long> _seen = [];
    private (int Anonymous, int Known) _last = (-1, -1);
    private long _lastTicks;

    public bool IsEmpty => _aliases.Count == 0 && _seen.Count == 0;

    /// <summary>Notes that an id replaces another.</summary>
    public void AddAlias(int replaced, int customer)
    {
        if (replaced != customer) _aliases.Add((replaced, customer));
    }

    /// <summary>Notes that an anonymous id was seen with a known one.</summary>
    public void AddAnonymous(int anonymous, int known, long ticks)
    {
        if (anonymous == known || ((anonymous, known) == _last && ticks >= _lastTicks)) return;
        _last = (anonymous, known);
        _lastTicks = _seen[_last] = _seen.TryGetValue(_last, out long earliest) ? Math.Min(earliest, ticks) : ticks;
    }

    /// <summary>Takes over the links of a part that was read with codes of its own.</summary>
    /// <param name="part">The links of the part.</param>
    /// <param name="codes">For each code of the part the one here; null where they are the same.</param>
    public void AddAll(IdentityLinks part, int[]? codes)
    {
        foreach ((int replaced, int customer) in part._aliases) AddAlias(Here(replaced), Here(customer));
        foreach (((int anonymous, int known), long ticks) in part._seen) AddAnonymous(Here(anonymous), Here(known), ticks);

        int Here(int code) => codes is null ? code : codes[code];
    }

    /// <summary>Decides who each id is.</summary>
    /// <param name="names">The ids.</param>
    /// <param name="idsWithRows">How many of them, the first ones, have rows or profiles. Links of other ids alone make no customers.</param>
    public IdentityResolution Resolve(NameTable names, int idsWithRows)
    {
        int[] canonical = new int[names.Count];
        for (int code = 0; code < canonical.Length; code++) canonical[code] = code;
        Dictionary<int, string> linked = [];
        foreach ((int replaced, int customer) in _aliases) Note(linked, names, replaced, customer);
        foreach ((int anonymous, int known) in _seen.Keys) Note(linked, names, anonymous, known);

        Dictionary<int, int> parents = linked.Keys.ToDictionary(code => code);
        foreach ((int replaced, int customer) in _aliases) parents[RootOf(parents, replaced)] = RootOf(parents, customer);
        Dictionary<int, int> homes = HomesOfAnonymousGroups(parents, linked);
        Dictionary<int, int> heads = HeadsOfGroups(parents, linked);
        foreach (int code in linked.Keys)
        {
            int root = RootOf(parents, code);
            canonical[code] = heads[homes.GetValueOrDefault(root, root)];
        }

        HashSet<int> customers = [.. linked.Keys.Where(code => code < idsWithRows).Select(code => canonical[code])];
        IdentityConflict[] conflicts = ConflictsOf(canonical, linked, customers, IdsLeadingTo(heads.Values));
        foreach (int code in linked.Keys.Where(code => !customers.Contains(canonical[code]))) canonical[code] = -1;
        return new IdentityResolution
        {
            CanonicalOf = canonical,
            Linked = linked.Keys.Count(code => canonical[code] >= 0 && canonical[code] != code),
            Conflicts = conflicts,
        };
    }

    private static void Note(Dictionary<int, string> linked, NameTable names, int one, int other)
    {
        if (!linked.ContainsKey(one)) linked.Add(one, names.NameOf(one));
        if (!linked.ContainsKey(other)) linked.Add(other, names.NameOf(other));
    }

    private static int RootOf(Dictionary<int, int> parents, int code)
    {
        while (parents[code] is int parent && parent != code)
        {
            // Halves the way for those who come after.
            parents[code] = parents[parent];
            code = parent;
        }

        return code;
    }

    /// <summary>For the root of each anonymous group the root of the group that it goes to.</summary>
    private Dictionary<int, int> HomesOfAnonymousGroups(Dictionary<int, int> parents, Dictionary<int, string> linked)
    {
        HashSet<int> anonymous = [.. _seen.Keys.Select(link => link.Anonymous)];
        anonymous.ExceptWith(_seen.Keys.Select(link => link.Known));
        HashSet<int> knownGroups = [.. linked.Keys.Where(code => !anonymous.Contains(code)).Select(code => RootOf(parents, code))];
        Dictionary<int, (long Ticks, int Known)> earliest = [];
        foreach (((int id, int known), long ticks) in _seen)
        {
            int root = RootOf(parents, id);
            if (knownGroups.Contains(root)) continue;
            if (!earliest.TryGetValue(root, out (long Ticks, int Known) best) || ticks < best.Ticks
                || (ticks == best.Ticks && string.CompareOrdinal(linked[known], linked[best.Known]) < 0)) earliest[root] = (ticks, known);
        }

        return earliest.ToDictionary(link => link.Key, link => RootOf(parents, link.Value.Known));
    }

    /// <summary>For the root of each group the id under which it goes.</summary>
    private Dictionary<int, int> HeadsOfGroups(Dictionary<int, int> parents, Dictionary<int, string> linked)
    {
        HashSet<int> replaced = [.. _aliases.Select(alias => alias.Replaced)];
        Dictionary<int, int> heads = [];
        foreach (int code in linked.Keys)
        {
            int root = RootOf(parents, code);
            if (!heads.TryGetValue(root, out int head) || Goes(code, head)) heads[root] = code;
        }

        return heads;

        bool Goes(int code, int before) => replaced.Contains(code) == replaced.Contains(before)
            ? string.CompareOrdinal(linked[code], linked[before]) < 0
            : replaced.Contains(before);
    }

    /// <summary>The ids from which aliases, followed as they replace, lead to one of some ids; those themselves too.</summary>
    private HashSet<int> IdsLeadingTo(IEnumerable<int> ids)
    {
        ILookup<int, int> replacedBy = _aliases.ToLookup(alias => alias.Customer, alias => alias.Replaced);
        HashSet<int> leading = [.. ids];
        Queue<int> waiting = new(leading);
        while (waiting.TryDequeue(out int id))
        {
            foreach (int replaced in replacedBy[id])
            {
                if (leading.Add(replaced)) waiting.Enqueue(replaced);
            }
        }

        return leading;
    }

    private IdentityConflict[] ConflictsOf(int[] canonical, Dictionary<int, string> linked, HashSet<int> customers, HashSet<int> leading)
    {
        // Anonymous ids that were seen with a customer to whom they did not go, and ids that aliases replace by several others; links of one chain do not contradict each other.
        Dictionary<int, HashSet<string>> others = [];
        foreach ((int anonymous, int known) in _seen.Keys)
        {
            if (canonical[anonymous] != canonical[known] && customers.Contains(canonical[anonymous])) Add(anonymous, linked[canonical[known]]);
        }

        foreach (IGrouping<int, (int Replaced, int Customer)> aliases in _aliases.GroupBy(alias => alias.Replaced).Where(aliases => aliases.Skip(1).Any()))
        {
            if (!customers.Contains(canonical[aliases.Key])) continue;
            foreach ((int replaced, int customer) in aliases)
            {
                if (!leading.Contains(customer)) Add(replaced, linked[customer]);
            }
        }

        return
        [
            .. others.Select(id => new IdentityConflict
            {
                Id = linked[id.Key],
                Customer = linked[canonical[id.Key]],
                Others = [.. id.Value.Order(StringComparer.Ordinal).Take(IdentityConflict.MostListed)],
                OtherCount = id.Value.Count,
            })
                .OrderBy(conflict => conflict.Id, StringComparer.Ordinal),
        ];

        void Add(int id, string other)
        {
            if (!others.TryGetValue(id, out HashSet<string>? with)) others.Add(id, with = new(StringComparer.Ordinal));
            with.Add(other);
        }
    }
}
