using CustomerJourney.Classification.Machine;

namespace CustomerJourney.Tests.Classification.Machine;

public class SparseCursorTests
{
    private static readonly int[] Positions = [1, 4, 5, 9, 12];

    [Fact]
    public void Every_event_gives_its_own_value_however_often_it_is_asked()
    {
        SparseCursor cursor = new(0, Positions.Length);
        for (int index = 0; index < 14; index++)
        {
            Assert.Equal(Array.IndexOf(Positions, index), cursor.At(Positions, index));
            Assert.Equal(Array.IndexOf(Positions, index), cursor.At(Positions, index));
        }
    }

    [Fact]
    public void Events_that_nobody_asks_about_are_passed_over()
    {
        SparseCursor cursor = new(0, Positions.Length);
        Assert.Equal(3, cursor.At(Positions, 9));
    }

    [Fact]
    public void Values_of_other_customers_are_not_found()
    {
        SparseCursor cursor = new(1, 3);
        Assert.Equal(-1, cursor.At(Positions, 1));
        Assert.Equal(2, cursor.At(Positions, 5));
        Assert.Equal(-1, cursor.At(Positions, 9));
        Assert.Equal(-1, default(SparseCursor).At(Positions, 1));
    }
}
