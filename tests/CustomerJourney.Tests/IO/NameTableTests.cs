using System.Text;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class NameTableTests
{
    private static readonly string[] Pieces = ["", "a", "b", "\0", "ab", "c002", "c0021234", "_page", "é", "世", "🎉", "\uFFFD", new string('x', 250)];

    private static readonly Gen<string[]> Names =
        Gen.Choose(0, 4).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat).ArrayOf(80);

    [Fact]
    public void A_name_has_one_code_in_the_order_first_seen_from_text_or_bytes() =>
        Prop.ForAll(Names.ToArbitrary(), names =>
        {
            NameTable table = new();
            Dictionary<string, int> expected = new(StringComparer.Ordinal);
            foreach (string name in names)
            {
                int code = expected.TryGetValue(name, out int known) ? known : expected[name] = expected.Count;
                if (table.GetOrAdd(Encoding.UTF8.GetBytes(name)) != code || table.GetOrAdd(name.AsSpan()) != code || table.NameOf(code) != name) return false;
            }

            return table.Count == expected.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sorting_is_ordinal_and_ranks_lead_to_the_names() =>
        Prop.ForAll(Names.ToArbitrary(), names =>
        {
            NameTable table = new();
            int[] codes = [.. names.Select(name => table.GetOrAdd(name.AsSpan()))];
            string[] sorted = table.ToSorted(out int[] rank);
            return sorted.SequenceEqual(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                && names.Zip(codes).All(pair => sorted[rank[pair.Second]] == pair.First);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_names_of_every_length_stay_apart_while_the_table_grows()
    {
        NameTable table = new();
        for (int pass = 0; pass < 2; pass++)
        {
            for (int number = 0; number < 50_000; number++)
            {
                string name = number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(1 + (number % 40), number % 2 == 0 ? 'x' : '\0');
                Assert.Equal(number, table.GetOrAdd(Encoding.UTF8.GetBytes($"{number % 7}{name}-{number}")));
            }
        }

        Assert.Equal(50_000, table.Count);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { (byte)'a', 0xFF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xE4, 0xB8 })]
    public void Bytes_that_are_not_Utf8_get_no_code(byte[] name)
    {
        NameTable table = new();
        Assert.Equal(0, table.GetOrAdd("known"u8));
        Assert.Equal(-1, table.GetOrAdd(name));
        Assert.Equal(-1, table.GetOrAdd("\uD800".AsSpan()));
        Assert.Equal((1, 0), (table.Count, table.GetOrAdd("known")));
    }
}
