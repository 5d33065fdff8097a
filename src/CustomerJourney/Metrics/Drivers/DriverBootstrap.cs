using System.Buffers.Binary;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Relative weights over replicates in which each customer stands a Poisson number of times, with mean 1, drawn by seed, customer and replicate.</summary>
internal sealed class DriverBootstrap
{
    // Fewer replicates do not tell where the ends of an interval lie.
    private const int FewestReplicates = 20;

    private readonly double[][] _weights;

    private DriverBootstrap(double[][] weights) => _weights = weights;

    public IReadOnlyList<string> Cautions { get; private init; } = [];

    public static DriverBootstrap Of(KeyDrivers definition, DriverModel model, FeatureRow[] rows, double[] outcome)
    {
        byte[][] keys = [.. rows.Select(row => KeyOf(row.Customer, definition.Seed))];
        List<double>[] weights = [.. model.Columns.Select(_ => new List<double>())];
        int failed = 0;
        List<int> drawn = [];
        for (int replicate = 0; replicate < definition.BootstrapReplicates; replicate++)
        {
            drawn.Clear();
            for (int row = 0; row < rows.Length; row++)
                for (int times = PoissonOf(keys[row], definition.Seed, replicate); times > 0; times--) drawn.Add(row);
            DriverData data = DriverData.Create(model.Data!.Names, [.. model.Columns.Select(column => drawn.ConvertAll(row => column.Values[row]))], drawn.ConvertAll(row => outcome[row]));
            if (DriverImportance.RelativeWeights(data) is not { } replicated) failed++;
            else for (int place = 0; place < weights.Length; place++) weights[place].Add(replicated.Weights[place]);
        }

        return new DriverBootstrap([.. weights.Select(values => values.ToArray())])
        {
            Cautions = failed == 0 ? [] : [DriverSolver.Text($"{failed} of {definition.BootstrapReplicates} bootstrap replicates had no weights, since a driver did not vary in them: intervals rest on the others.")],
        };
    }

    public Estimate? IntervalOf(int place, double weight, long customers, double level)
    {
        if (_weights[place].Length < FewestReplicates) return null;
        OrderedSample sample = OrderedSample.Of(_weights[place]);
        return new Estimate
        {
            Value = weight,
            Lower = sample.Quantile((1 - level) / 2)!.Value,
            Upper = sample.Quantile((1 + level) / 2)!.Value,
            N = customers,
            Level = level,
            Method = "percentile bootstrap",
        };
    }

    private static byte[] KeyOf(string customer, ulong seed)
    {
        byte[] key = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(key, StableHash.Of(Encoding.UTF8.GetBytes(customer), seed, 0));
        return key;
    }

    /// <summary>A Poisson number with mean 1 by inversion of a uniform one.</summary>
    private static int PoissonOf(byte[] key, ulong seed, int replicate)
    {
        const int BitsOfDouble = 53, Most = 20;
        double uniform = Math.ScaleB(StableHash.Of(key, seed, (ulong)replicate) >> (64 - BitsOfDouble), -BitsOfDouble);
        double probability = Math.Exp(-1), reached = probability;
        int number = 0;
        while (uniform >= reached && number < Most)
        {
            number++;
            probability /= number;
            reached += probability;
        }

        return number;
    }
}
