using System.Numerics;
using System.Runtime.InteropServices;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>The laws that the columns of every log keep, asked of columns that came from outside. Whatever passes may be handed to any analysis.</summary>
internal sealed class SnapshotCheck(SnapshotFaults faults)
{
    private const long MostUnits = 922_337_203_685_477 * (long)MoneyUnits.PerOne;

    public static bool IsInstant(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    public void Offsets(int[] offsets, int events)
    {
        if (offsets[0] != 0 || offsets[^1] != events) throw faults.In(SnapshotSection.Offsets, $"they run from {offsets[0]} to {offsets[^1]}; they must run from 0 to {events}");
        for (int customer = 1; customer < offsets.Length; customer++)
        {
            if (offsets[customer] < offsets[customer - 1]) throw faults.In(SnapshotSection.Offsets, $"the events of customer {customer - 1} end before they begin");
        }
    }

    /// <summary>Names stand once each and in ordinal order: codes are places in it, and names are found by halving.</summary>
    public void Names(SnapshotSection section, string[] names, bool mayBeEmpty)
    {
        if (names.Length > 0 && names[0].Length == 0 && !mayBeEmpty) throw faults.In(section, "text 0 is empty");
        for (int index = 1; index < names.Length; index++)
        {
            if (string.CompareOrdinal(names[index - 1], names[index]) >= 0) throw faults.In(section, $"text {index} does not come after the one before it in ordinal order");
        }
    }

    public void Codes(SnapshotSection section, ushort[] codes, int names)
    {
        if (codes.Length == 0 || Largest<ushort>(codes, 0) < names) return;
        throw faults.In(section, $"event {Array.FindIndex(codes, code => code >= names)} has a code without a name; there are {names} names");
    }

    /// <summary>Codes of channels, among which <see cref="LogSchema.NoChannel"/> stands for none: adding one makes it zero, and any other code at most the number of names.</summary>
    public void Codes(SnapshotSection section, byte[] codes, int names)
    {
        if (codes.Length == 0 || Largest<byte>(codes, 1) <= names) return;
        throw faults.In(section, $"event {Array.FindIndex(codes, code => code >= names && code != LogSchema.NoChannel)} has a code without a name; there are {names} names");
    }

    /// <summary>Codes, among which -1 stands for none.</summary>
    public void SparseCodes(SnapshotSection section, int[]? codes, int count, int names)
    {
        if (codes is null) return;
        if (codes.Length != count) throw faults.In(section, $"there are {codes.Length} and should be {count}");
        for (int index = 0; index < codes.Length; index++)
        {
            if (codes[index] < -1 || codes[index] >= names) throw faults.In(section, $"number {index} is the code {codes[index]} without a name; there are {names} names");
        }
    }

    /// <summary>Times in the years 1 to 9999, and the one order of a customer's events: start, end, and sequence (none before any).</summary>
    /// <returns>From the first event's instant to just after the last one's.</returns>
    public TimeRange? Times(LogColumns columns)
    {
        if (columns.RecordedAt is { } recorded) Instants(SnapshotSection.RecordedAt, recorded, mayLack: true);
        if (columns.EventCount == 0) return null;
        if (columns.StartedAt is { } starts) return TimesOfLasting(columns, starts);

        long[] ticks = columns.Ticks;
        int[] offsets = columns.Offsets;
        long first = long.MaxValue, last = long.MinValue;
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            ReadOnlySpan<long> trace = ticks.AsSpan(offsets[customer], offsets[customer + 1] - offsets[customer]);
            if (trace.IsEmpty) continue;
            long before = trace[0];
            first = Math.Min(first, before);
            for (int position = 1; position < trace.Length; position++)
            {
                long at = trace[position];
                if (at <= before && (at < before || !InSequence(columns, offsets[customer] + position))) throw OutOfOrder(customer, offsets[customer] + position);
                before = at;
            }

            last = Math.Max(last, before);
        }

        // All others lie between.
        if (!IsInstant(first) || !IsInstant(last)) Instants(SnapshotSection.Ticks, ticks, mayLack: false);
        return new TimeRange(new DateTimeOffset(first, TimeSpan.Zero), new DateTimeOffset(Math.Min(last + 1, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero));
    }

    public void Ids(string?[] ids, int events)
    {
        if (ids.Length != events) throw faults.In(SnapshotSection.Ids, $"there are {ids.Length} and should be {events}");
        if (Array.IndexOf(ids, "") is >= 0 and int index) throw faults.In(SnapshotSection.Ids, $"that of event {index} is empty");
    }

    public void Positions(SnapshotSection section, int[] positions, int events)
    {
        int before = -1;
        for (int index = 0; index < positions.Length; index++)
        {
            if (positions[index] <= before || positions[index] >= events) throw faults.In(section, $"number {index} is {positions[index]}; they must ascend and be less than {events}");
            before = positions[index];
        }
    }

    public void Answers(byte[] kinds, double[] scores, int count)
    {
        if (kinds.Length != count) throw faults.In(SnapshotSection.AnswerKinds, $"there are {kinds.Length} and should be {count}");
        if (scores.Length != count) throw faults.In(SnapshotSection.AnswerScores, $"there are {scores.Length} and should be {count}");
        for (int index = 0; index < count; index++)
        {
            if (kinds[index] > (byte)FeedbackKind.Ces1) throw faults.In(SnapshotSection.AnswerKinds, $"number {index} is {kinds[index]}, which is no kind of answer");
            if (!double.IsFinite(scores[index])) throw faults.In(SnapshotSection.AnswerScores, $"number {index} is not a finite number");
        }
    }

    public void Amounts(long[] units, int count)
    {
        if (units.Length != count) throw faults.In(SnapshotSection.MoneyUnits, $"there are {units.Length} and should be {count}");
        int outside = Array.FindIndex(units, unit => unit is > MostUnits or < -MostUnits);
        if (outside >= 0) throw faults.In(SnapshotSection.MoneyUnits, $"number {outside} is larger than any amount of money in a log");
    }

    private void Instants(SnapshotSection section, long[] ticks, bool mayLack)
    {
        for (int index = 0; index < ticks.Length; index++)
        {
            if (!IsInstant(ticks[index]) && !(mayLack && ticks[index] == EventRow.None)) throw faults.In(section, $"that of event {index}, {ticks[index]} ticks, does not lie in the years 1 to 9999");
        }
    }

    private TimeRange? TimesOfLasting(LogColumns columns, long[] starts)
    {
        long[] ticks = columns.Ticks;
        Instants(SnapshotSection.Ticks, ticks, mayLack: false);
        Instants(SnapshotSection.StartedAt, starts, mayLack: false);
        for (int index = 0; index < starts.Length; index++)
        {
            if (starts[index] > ticks[index]) throw faults.In(SnapshotSection.StartedAt, $"event {index} begins after it ends");
        }

        for (int customer = 0; customer < columns.CustomerCount; customer++)
        {
            for (int index = columns.Offsets[customer] + 1; index < columns.Offsets[customer + 1]; index++)
            {
                if (starts[index - 1] < starts[index]) continue;
                bool inOrder = starts[index - 1] == starts[index]
                    && (ticks[index - 1] < ticks[index] || (ticks[index - 1] == ticks[index] && InSequence(columns, index)));
                if (!inOrder) throw OutOfOrder(customer, index);
            }
        }

        return LogSchema.RangeOf(columns);
    }

    private InvalidDataException OutOfOrder(int customer, int index) => faults.In(SnapshotSection.Ticks, $"event {index} of customer {customer} stands behind a later one");

    /// <summary>Whether an event and the one before it, at one time, are in the order of their sequences; no sequence is the smallest number.</summary>
    private static bool InSequence(LogColumns columns, int index) =>
        columns.Sequences is not { } sequences || sequences[index - 1] <= sequences[index];

    /// <summary>The largest of the numbers, each raised by one that may turn the largest there is into zero.</summary>
    private static T Largest<T>(ReadOnlySpan<T> numbers, T raise) where T : struct, IBinaryInteger<T>
    {
        T largest = T.Zero;
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(numbers);
        Vector<T> most = Vector<T>.Zero, more = new(raise);
        foreach (Vector<T> vector in vectors) most = Vector.Max(most, vector + more);
        for (int lane = 0; lane < Vector<T>.Count; lane++) largest = T.Max(largest, most[lane]);
        foreach (T number in numbers[(vectors.Length * Vector<T>.Count)..]) largest = T.Max(largest, unchecked(number + raise));
        return largest;
    }
}
