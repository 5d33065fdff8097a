using System.Numerics;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;

namespace CustomerJourney.Tests.Metrics;

/// <summary>States of metrics of customers and revenue that were kept: whatever their bytes say, they are read or refused.</summary>
public class KeptMetricTests
{
    private static readonly JourneyLog Log = Shop.Log(Shop.Paid("a", 0, 10), Shop.Paid("a", 6, 12.5m), Shop.Paid("b", 1, 3), Shop.Paid("b", 7, -1), Shop.Event("c", 9, "visit"));

    [Fact]
    public void Forged_states_are_refused_or_read_and_never_anything_else()
    {
        TimeRange first = new(Shop.Start, Shop.Start.AddDays(4)), second = new(Shop.Start.AddDays(4), Shop.Start.AddDays(8));
        Check(new AverageOrderValue());
        Check(new Revenue { EventName = "order" });
        Check(new Revenue().By(Dimension.Currency));
        Check(new RevenuePerCustomer(CustomersCounted.Active));
        Check(new PurchaseFrequency());
        Check(new ActiveCustomers());
        Check(new RatioMetric(CustomerQuantity.AmountSum(), CustomerQuantity.ActiveDays()));
        Check(new CustomerChurn(second));
        Check(new RevenueRetention(first, second));
        Check(new RepeatRate { Window = TimeSpan.FromDays(20) });
        Check(new Stickiness(new DateOnly(2026, 3, 8), 3));
        Check(new CustomerLifecycle(CalendarUnit.Month));
    }

    [Fact]
    public void States_that_contradict_themselves_are_refused()
    {
        byte[] bytes = Log.MeasurePart(new CustomerLifecycle(CalendarUnit.Day)).ToBytes();
        // The last eight bytes before the checksum are those who were resurrected, the eight before them those who returned.
        bytes[^20] = 9;
        Assert.Contains("9 customers return", Assert.Throws<InvalidDataException>(() => PartialResult<CustomerLifecycleResult>.FromBytes(new CustomerLifecycle(CalendarUnit.Day), Signed(bytes))).Message, StringComparison.Ordinal);

        bytes = Log.MeasurePart(new Revenue { Currency = "EUR" }).ToBytes();
        int place = bytes.AsSpan().LastIndexOf("EUR"u8);
        bytes[place] = (byte)'X';
        Assert.Contains("'XUR', but 'EUR' was asked for", Assert.Throws<InvalidDataException>(() => PartialResult<RevenueResult>.FromBytes(new Revenue { Currency = "EUR" }, Signed(bytes))).Message, StringComparison.Ordinal);

        bytes = Log.MeasurePart(new PurchaseFrequency()).ToBytes();
        bytes[^28] = 77;
        Assert.Contains("purchases of 77 customers", Assert.Throws<InvalidDataException>(() => PartialResult<PurchaseFrequencyResult>.FromBytes(new PurchaseFrequency(), Signed(bytes))).Message, StringComparison.Ordinal);
    }

    private static void Check<T>(Analysis<T> question)
    {
        byte[] bytes = Log.MeasurePart(question).ToBytes();
        for (int index = 8; index < bytes.Length - 4; index++)
        {
            foreach (byte value in new byte[] { 0x00, 0x02, 0x7F, 0x80, 0xFF })
            {
                byte[] forged = [.. bytes];
                forged[index] = value;
                try
                {
                    PartialResult<T>.FromBytes(question, Signed(forged)).ToResult();
                }
                catch (InvalidDataException)
                {
                    // Refused, with a reason; nothing else may come out.
                }
            }
        }
    }

    private static byte[] Signed(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes.AsSpan(0, bytes.Length - 4)) crc = BitOperations.Crc32C(crc, value);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), ~crc);
        return bytes;
    }
}
