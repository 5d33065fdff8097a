namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The three scores of a customer, each from 1, the worst, to the number of bins, the best.</summary>
/// <param name="Recency">R: high for those who bought lately.</param>
/// <param name="Frequency">F: high for those who buy often.</param>
/// <param name="Monetary">M: high for those who spend much.</param>
public readonly record struct RecencyFrequencyMonetaryScore(int Recency, int Frequency, int Monetary);
