using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

/// <summary>Who each id is, by the rules as they are told, with sets of names and no cleverness.</summary>
internal static class IdentityReference
{
    public static (Dictionary<string, string> CustomerOf, HashSet<string> Conflicts) Resolve(IEnumerable<IdentityLink> given)
    {
        IdentityLink[] links = [.. given.Where(link => link.Id != link.Customer)];
        IdentityLink[] aliases = [.. links.Where(link => link.Kind == IdentityLinkKind.Alias)];
        IdentityLink[] seen = [.. links.Where(link => link.Kind == IdentityLinkKind.Anonymous)];
        string[] ids = [.. links.SelectMany(link => new[] { link.Id, link.Customer }).Distinct()];

        // Groups: sets that swallow each other until nothing changes.
        List<HashSet<string>> groups = [.. ids.Select(id => new HashSet<string> { id })];
        foreach (IdentityLink alias in aliases)
        {
            HashSet<string> one = groups.Single(group => group.Contains(alias.Id)), other = groups.Single(group => group.Contains(alias.Customer));
            if (one == other) continue;
            one.UnionWith(other);
            groups.Remove(other);
        }

        bool IsAnonymous(string id) => seen.Any(link => link.Id == id) && seen.All(link => link.Customer != id);
        string HeadOf(HashSet<string> group)
        {
            string[] last = [.. group.Where(id => aliases.All(alias => alias.Id != id))];
            return (last.Length > 0 ? last : [.. group]).Min(StringComparer.Ordinal)!;
        }

        Dictionary<string, string> customers = [];
        foreach (HashSet<string> group in groups)
        {
            HashSet<string> home = group;
            if (group.All(IsAnonymous))
            {
                IdentityLink earliest = seen.Where(link => group.Contains(link.Id))
                    .OrderBy(link => link.At ?? DateTimeOffset.MinValue).ThenBy(link => link.Customer, StringComparer.Ordinal).First();
                home = groups.Single(other => other.Contains(earliest.Customer));
            }

            foreach (string id in group) customers[id] = HeadOf(home);
        }

        // From whom a chain of aliases leads to the id under which the group goes.
        HashSet<string> leading = [.. groups.Select(HeadOf)];
        while (aliases.Any(alias => leading.Contains(alias.Customer) && leading.Add(alias.Id)))
        {
        }

        return (customers,
        [
            .. seen.Where(link => customers[link.Id] != customers[link.Customer]).Select(link => link.Id),
            .. aliases.Select(alias => alias.Id).Where(id => aliases.Where(alias => alias.Id == id).Select(alias => alias.Customer).Distinct().ToArray() is { Length: > 1 } others && !others.All(leading.Contains)),
        ]);
    }
}
