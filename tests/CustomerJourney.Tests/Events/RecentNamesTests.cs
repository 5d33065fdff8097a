using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

public class RecentNamesTests
{
    [Fact]
    public void Codes_are_those_of_the_table_however_names_repeat()
    {
        NameTable table = new(), alone = new();
        RecentNames recent = new(table);
        Random random = new(20);
        for (int round = 0; round < 20_000; round++)
        {
            // Lengths around eight and sixteen, few letters: many names share their beginning, their end, or both. NUL looks like the padding of short names.
            byte[] name = new byte[random.Next(0, 20)];
            for (int index = 0; index < name.Length; index++) name[index] = random.Next(8) == 0 ? (byte)random.Next(2) : (byte)'a';
            Assert.Equal(alone.GetOrAdd(name), recent.GetOrAdd(name));
        }

        Assert.Equal(alone.Count, table.Count);
    }

    [Fact]
    public void Bytes_that_are_not_Unicode_have_no_code_at_any_time()
    {
        RecentNames recent = new(new NameTable());
        byte[] name = [.. "shop"u8, 0xFF];
        Assert.Equal(-1, recent.GetOrAdd(name));
        Assert.Equal(-1, recent.GetOrAdd(name));
        Assert.Equal(0, recent.GetOrAdd(Encoding.UTF8.GetBytes("shop")));
    }
}
