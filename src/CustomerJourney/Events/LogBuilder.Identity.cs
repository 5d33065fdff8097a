namespace CustomerJourney.Events;

/// <content>Identity: linked ids become one customer before anything is ranked or sorted.</content>
internal sealed partial class LogBuilder
{
    private readonly IdentityLinks _identity = new();
    private IdentityResolution? _resolution;

    /// <summary>Notes that the source replaces one id by another.</summary>
    public void LinkAlias(int replaced, int customer) => _identity.AddAlias(replaced, customer);

    /// <summary>Notes that an anonymous id was seen with a known one.</summary>
    public void LinkAnonymous(int anonymous, int known, long ticks) => _identity.AddAnonymous(anonymous, known, ticks);

    /// <summary>Decides which ids are one customer, and puts profiles of one customer in order. To be called before customers are ranked; rows follow through the ranks.</summary>
    private void ResolveIdentity()
    {
        int idsWithRows = CustomerNames.Count;
        foreach (IdentityLink link in _options.IdentityLinks)
        {
            if (link.Id != link.Customer) Add(link);
        }

        if (_identity.IsEmpty) return;
        _resolution = _identity.Resolve(CustomerNames, idsWithRows);
        int[] canonical = _resolution.CanonicalOf;
        // Where profiles of one customer disagree, the last one wins: that of the id under which the customer goes, then those first ordinally.
        (int Customer, int Attribute, int Value)[] profiles =
        [
            .. _profileValues.OrderBy(profile => canonical[profile.Customer] == profile.Customer)
                .ThenByDescending(profile => CustomerNames.NameOf(profile.Customer), StringComparer.Ordinal)
                .Select(profile => profile with { Customer = canonical[profile.Customer] }),
        ];
        _profileValues.Clear();
        _profileValues.AddRange(profiles);
    }

    /// <summary>Leaves out the ids that go under another, and gives each of them the place of that one, so that its events are sorted there.</summary>
    /// <returns>The number of customers that stay.</returns>
    private int LeaveOutLinkedIds(ref Lazy<string[]> customers, ref int[] rankOfCode)
    {
        if (_resolution is null) return rankOfCode.Length;
        int[] canonical = _resolution.CanonicalOf;
        string[] all = customers.Value;
        int[] codeOfRank = new int[all.Length];
        for (int code = 0; code < rankOfCode.Length; code++) codeOfRank[rankOfCode[code]] = code;
        List<string> kept = [];
        int[] ranks = new int[rankOfCode.Length];
        for (int rank = 0; rank < all.Length; rank++)
        {
            int code = codeOfRank[rank];
            if (canonical[code] != code) continue;
            ranks[code] = kept.Count;
            kept.Add(all[rank]);
        }

        for (int code = 0; code < ranks.Length; code++) ranks[code] = canonical[code] < 0 ? -1 : ranks[canonical[code]];
        customers = new([.. kept]);
        rankOfCode = ranks;
        return kept.Count;
    }

    private void Add(IdentityLink link)
    {
        // Codes for both, even if the log has neither: a chain may lead over ids that no row has.
        int id = CodeOf(link.Id), customer = CodeOf(link.Customer);
        if (link.Kind == IdentityLinkKind.Alias) _identity.AddAlias(id, customer);
        else _identity.AddAnonymous(id, customer, link.At?.UtcTicks ?? long.MinValue);
    }

    private int CodeOf(string id)
    {
        int code = string.IsNullOrEmpty(id) ? -1 : CustomerNames.GetOrAdd(id);
        return code >= 0 ? code : throw new ArgumentException($"An identity link has the id '{id}', which is empty or not Unicode.");
    }
}
