namespace CustomerJourney.Classification.Learning;

/// <summary>How a <see cref="StagePredictor"/> learns.</summary>
public enum StagePredictorKind
{
    /// <summary>Softmax regression with an L2 penalty: all features, counts as ln(1 + count); the probabilities are usually well calibrated.</summary>
    Softmax,

    /// <summary>Multinomial naive Bayes: counts of events, touchpoints and channels only. Needs few examples; its probabilities are too sure of themselves where features go together.</summary>
    NaiveBayes,
}
