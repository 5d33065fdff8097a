using CustomerJourney.Building;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>The check of drivers that a definition is given.</summary>
internal static class DriverList
{
    private const int Most = 100;

    public static IReadOnlyList<Driver> Checked(IReadOnlyList<Driver> drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        if (drivers.Count is 0 or > Most) throw new ArgumentException($"There are {drivers.Count} drivers: name 1 to {Most}.", nameof(drivers));
        HashSet<Driver> seen = [];
        foreach (Driver driver in drivers)
        {
            ArgumentNullException.ThrowIfNull(driver, nameof(drivers));
            if (!seen.Add(driver)) throw new ArgumentException($"The driver {driver} stands twice: name each once.", nameof(drivers));
        }

        return EquatableList.Of(drivers);
    }
}
