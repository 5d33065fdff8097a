using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>
/// The ids of sessions: the customer's id, a mark, and the number of the session. Numbers have one width up to 9,999 and another beyond, so that they are in ordinal order
/// and do not depend on the other customers.
/// </summary>
internal sealed class SessionNames
{
    private const char Mark = '#';
    private const int ShortWidth = 4, LongWidth = 10, MostShort = 9_999;

    /// <summary>Comes after every digit, so that numbers in the long form come after those in the short one.</summary>
    private const char LongForm = ':';

    private readonly string[] _customers;
    private readonly string _mark = $"{Mark}";

    public SessionNames(string[] customers)
    {
        _customers = customers;
        // Few logs have ids with a blank or a mark in them, and looking for one in each is quick.
        if (!HaveLowCharacters(customers)) return;
        while (customers.Any(customer => IsNameOfSession(customer, _mark))) _mark += Mark;
        AreInOrder = !SomeGoOnLow(customers);
    }

    /// <summary>Whether the sessions of all customers, one customer after the other, are in ordinal order. They are not where an id is the begin of another that goes on with a character up to the mark, such as a blank.</summary>
    public bool AreInOrder { get; } = true;

    /// <param name="customer">The number of the customer.</param>
    /// <param name="session">The number of the session among the customer's, from 1.</param>
    public string Of(int customer, int session) => session <= MostShort
        ? string.Create(CultureInfo.InvariantCulture, $"{_customers[customer]}{_mark}{session:D4}")
        : string.Create(CultureInfo.InvariantCulture, $"{_customers[customer]}{_mark}{LongForm}{session:D10}");

    private static bool HaveLowCharacters(string[] customers)
    {
        bool found = false;
        Chunks.Each(customers.Length, (first, end) =>
        {
            for (int customer = first; customer < end; customer++)
            {
                if (customers[customer].AsSpan().ContainsAnyInRange(char.MinValue, Mark)) Volatile.Write(ref found, true);
            }
        });
        return found;
    }

    private static bool SomeGoOnLow(string[] customers)
    {
        for (int customer = 1; customer < customers.Length; customer++)
        {
            string before = customers[customer - 1], id = customers[customer];
            // The ids that begin like one stand right behind it, those with the smallest next character first.
            if (id.Length > before.Length && id[before.Length] <= Mark && id.StartsWith(before, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whether the id of a customer could be that of another one's session.</summary>
    private bool IsNameOfSession(string id, string mark)
    {
        int digits = 0;
        while (digits < id.Length && char.IsAsciiDigit(id[^(digits + 1)])) digits++;
        if (digits < ShortWidth) return false;
        foreach (string end in (string[])[$"{mark}", $"{mark}{LongForm}"])
        {
            int width = end.Length == mark.Length ? ShortWidth : LongWidth;
            if (digits >= width && id.AsSpan(0, id.Length - width).EndsWith(end, StringComparison.Ordinal)
                && Array.BinarySearch(_customers, id[..(id.Length - width - end.Length)], StringComparer.Ordinal) >= 0) return true;
        }

        return false;
    }
}
