using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class SparseRowsTests
{
    [Fact]
    public void A_row_gives_the_index_of_its_value() => Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (has, gap) =>
    {
        // A gap makes words of 64 rows without any value.
        bool[] all = [.. has, .. new bool[gap.Get], .. has];
        int[] rows = [.. Enumerable.Range(0, all.Length).Where(row => all[row])];
        GrowingColumn<int> column = new();
        foreach (int row in rows) column.Add(row);
        SparseRows sparse = new(column, all.Length);
        for (int row = 0; row < all.Length; row++)
        {
            Assert.Equal(all[row], sparse.TryGetIndex(row, out int index));
            if (all[row]) Assert.Equal(Array.IndexOf(rows, row), index);
        }
    }).QuickCheckThrowOnFailure();
}
