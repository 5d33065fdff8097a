using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class NameTableTests
{
    private static readonly string[] Nasty =
    [
        "", "\0", "\0\0", "a", "a\0", "a\0\0", "abcdefgh", "abcdefg", "abcdefghi", "abcdefgh\0", "abcdefghabcdefgh", "abcdefghabcdefgi", "A", "ä", "a\u0308", "\u00E4",
        "😀", "😀😀", "\uFF5E", "\uFFFF", "\uE000", "ﬀ", "İ", "ı", "ß", "ss", " ", "  ", "\u200B", new('x', 8), new('x', 9), new('x', 16), new('x', 17), new('x', 300), new('x', 301),
        new('ä', 200), new('é', 5000),
    ];

    [Fact]
    public void Codes_are_those_of_a_dictionary() => Prop.ForAll(Names, names =>
    {
        NameTable table = new();
        Dictionary<string, int> reference = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!reference.TryGetValue(name, out int expected)) reference.Add(name, expected = reference.Count);
            // From text and from bytes alike.
            Assert.Equal(expected, table.GetOrAdd(name));
            Assert.Equal(expected, table.GetOrAdd(Encoding.UTF8.GetBytes(name)));
            Assert.Equal(name, table.NameOf(expected));
        }

        SameOrder(reference, table);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nasty_names_are_told_apart()
    {
        foreach (int seed in Enumerable.Range(0, 20))
        {
            NameTable table = new();
            string[] names = LogGenerator.Shuffled(Nasty.Distinct(), seed);
            Assert.Equal(Enumerable.Range(0, names.Length), names.Select(name => table.GetOrAdd(name)));
            Assert.Equal(Enumerable.Range(0, names.Length), names.Select(name => table.GetOrAdd(name)));
            SameOrder(names.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code), table);
        }
    }

    [Fact]
    public void Many_names_grow_the_table()
    {
        NameTable table = new();
        Dictionary<string, int> reference = Enumerable.Range(0, 100_000).ToDictionary(index => $"customer-{index * 7919L % 100_003:X}", index => index);
        foreach ((string name, int code) in reference) Assert.Equal(code, table.GetOrAdd(name));
        foreach ((string name, int code) in reference) Assert.Equal(code, table.GetOrAdd(name));
        Assert.Equal(reference.Count, table.Count);
        SameOrder(reference, table);
    }

    [Fact]
    public void Names_found_together_have_the_codes_of_names_found_one_by_one() => Prop.ForAll(Names, names =>
    {
        NameTable single = new();
        WaitingNames together = new(new NameTable());
        List<int> codes = [];
        foreach (string name in names)
        {
            if (together.Enqueue(Encoding.UTF8.GetBytes(name))) codes.AddRange(together.Resolve());
        }

        codes.AddRange(together.Resolve());
        Assert.Equal(names.Select(name => single.GetOrAdd(name)), codes);
        Assert.Equal(0, together.Resolve().Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Threads_that_add_names_at_once_agree_on_their_codes()
    {
        const int Threads = 4, Distinct = 20_000;
        NameTable table = new();
        // Half of the names are longer than what stands beside their codes.
        byte[][] names = [.. Enumerable.Range(0, Distinct).Select(index => Encoding.UTF8.GetBytes(index % 2 == 0 ? $"c{index:D7}" : $"customer number {index}"))];
        int[][] codesOf = new int[Threads][];
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
        {
            WaitingNames waiting = new(table);
            int[] codes = codesOf[thread] = new int[Distinct];
            List<int> asked = [];
            for (int index = 0; index < Distinct; index++)
            {
                // Each thread in an order of its own.
                int name = (int)((index * 7919L + (thread * 4999)) % Distinct);
                asked.Add(name);
                if (waiting.Enqueue(names[name]) || index == Distinct - 1) Take();
            }

            void Take()
            {
                foreach ((int place, int code) in waiting.Resolve().ToArray().Index()) codes[asked[place]] = code;
                asked.Clear();
            }
        });
        Assert.Equal(Distinct, table.Count);
        Assert.All(codesOf, codes => Assert.Equal(codesOf[0], codes));
        Assert.Equal(Enumerable.Range(0, Distinct), codesOf[0].Order());
        Assert.All(Enumerable.Range(0, Distinct), name => Assert.Equal(Encoding.UTF8.GetString(names[name]), table.NameOf(codesOf[0][name])));
    }

    [Fact]
    public void Threads_do_not_change_the_order_of_names()
    {
        NameTable table = new();
        Dictionary<string, int> reference = new(StringComparer.Ordinal);
        // Many names of one beginning, so that stretches have the same first key; and of many.
        for (int index = 0; index < 60_000; index++)
        {
            string name = index % 3 == 0 ? $"{index * 7919L % 100_003}" : $"customer-{index * 7919L % 100_003:X}";
            if (reference.TryAdd(name, reference.Count)) table.GetOrAdd(name);
        }

        foreach (int degree in (int[])[1, 2, 3, 8])
        {
            string[] sorted = table.ToSorted(out int[] rankOfCode, degree);
            Assert.Equal(reference.Keys.Order(StringComparer.Ordinal), sorted);
            Assert.All(reference, pair => Assert.Equal(pair.Key, sorted[rankOfCode[pair.Value]]));
        }
    }

    [Fact]
    public void An_unpaired_surrogate_has_no_code()
    {
        NameTable table = new();
        Assert.All(["\uD800", "a\uDC00b", "abcdefghijkl\uD83D"], name => Assert.Equal(-1, table.GetOrAdd(name)));
        Assert.Equal(0, table.Count);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x61, 0xE2, 0x82 })]
    public void Bytes_that_are_not_UTF8_have_no_code(byte[] name)
    {
        NameTable table = new();
        Assert.Equal(-1, table.GetOrAdd(name));
        Assert.Equal(-1, table.GetOrAdd(name));
        Assert.Equal(0, table.Count);
        Assert.Empty(table.ToSorted(out int[] rank));
        Assert.Empty(rank);
    }

    private static Arbitrary<string[]> Names => Arb.From(
        Gen.OneOf(
            Gen.Elements(Nasty),
            Gen.Choose(0, 400).Select(number => $"{number}"),
            Gen.Choose(0x20, 0x2FF).ArrayOf().Select(codes => new string([.. codes.Select(code => (char)code)]))).ArrayOf(),
        LogGenerator.Shrink);

    private static void SameOrder(Dictionary<string, int> reference, NameTable table)
    {
        string[] sorted = table.ToSorted(out int[] rankOfCode);
        Assert.Equal(reference.Keys.Order(StringComparer.Ordinal), sorted);
        Assert.All(reference, pair => Assert.Equal(pair.Key, sorted[rankOfCode[pair.Value]]));
    }
}
