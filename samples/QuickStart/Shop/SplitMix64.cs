namespace QuickStart.Shop;

/// <summary>A small seeded generator, so that the same seed makes the same shop on every machine and .NET version.</summary>
/// <remarks>G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for each customer: what happens to one customer never shifts the numbers of another.</summary>
    public static SplitMix64 For(ulong seed, int customer) => new(Mix(seed) ^ Mix(unchecked((ulong)customer + 0x632BE59BD9B4E019)));

    /// <summary>0 ≤ number &lt; 1.</summary>
    public double Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Chance(double probability) => Next() < probability;

    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>A waiting time without memory.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>One of a few choices by their weights, which sum to 1.</summary>
    public string Pick(params ReadOnlySpan<(string Choice, double Weight)> choices)
    {
        double left = Next();
        foreach ((string choice, double weight) in choices)
        {
            if (left < weight) return choice;
            left -= weight;
        }

        return choices[^1].Choice;
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
