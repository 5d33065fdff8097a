using System.Numerics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Holds the parts of a log against the whole.</summary>
internal static class MetricParts
{
    /// <summary>Any partition of the customers, merged in any order, kept as bytes or not, gives the same bits as one pass; and so does any number of threads.</summary>
    public static void Same<T>(JourneyEvent[] events, Analysis<T> question, Func<T, string> text, int seed)
    {
        Random random = new(seed);
        int count = random.Next(1, 5);
        Dictionary<string, int> partOf = events.Select(one => one.Customer).Distinct().ToDictionary(customer => customer, _ => random.Next(count));
        JourneyLog whole = JourneyLog.From(events);
        string expected = text(whole.Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 1 }));
        Assert.Equal(expected, text(whole.Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 3 })));
        PartialResult<T>[] parts = [.. Enumerable.Range(0, count).Select(part => JourneyLog.From(events.Where(one => partOf[one.Customer] == part)).MeasurePart(question))];
        random.Shuffle(parts);
        PartialResult<T> merged = parts[0];
        foreach (PartialResult<T> part in parts[1..])
            merged = random.Next(2) == 0 ? merged.Merge(part) : PartialResult<T>.FromBytes(question, part.ToBytes()).Merge(merged);
        Assert.Equal(expected, text(merged.ToResult()));
        PartialResult<T> kept = PartialResult<T>.FromBytes(question, merged.ToBytes());
        Assert.Equal(expected, text(kept.ToResult()));
        Assert.Equal(merged.ToBytes(), kept.ToBytes());
    }

    /// <summary>Bytes of which each in turn is what is least expected, with a right checksum, are refused or give some answer, and nothing else comes out.</summary>
    public static void SurvivesForgery<T>(JourneyLog log, Analysis<T> question, Func<T, string> text)
    {
        byte[] bytes = log.MeasurePart(question).ToBytes();
        for (int index = 8; index < bytes.Length - 4; index++)
        {
            foreach (byte value in (byte[])[0x00, 0x02, 0x7F, 0x80, 0xFF])
            {
                byte[] forged = [.. bytes];
                forged[index] = value;
                try
                {
                    text(PartialResult<T>.FromBytes(question, Signed(forged)).ToResult());
                }
                catch (InvalidDataException)
                {
                    // Refused, with a reason.
                }
            }

            Assert.Throws<InvalidDataException>(() => PartialResult<T>.FromBytes(question, Signed([.. bytes[..index], 0, 0, 0, 0])));
        }
    }

    public static byte[] Signed(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes.AsSpan(0, bytes.Length - 4)) crc = BitOperations.Crc32C(crc, value);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), ~crc);
        return bytes;
    }
}
