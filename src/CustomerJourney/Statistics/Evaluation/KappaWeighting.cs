namespace CustomerJourney.Statistics.Evaluation;

/// <summary>How much a disagreement counts by how far apart the two classes lie.</summary>
public enum KappaWeighting
{
    /// <summary>Every disagreement counts the same; the order of classes does not matter.</summary>
    None,

    /// <summary>A disagreement counts by the distance of the classes; their numbers must be in their natural order, with none left out.</summary>
    Linear,

    /// <summary>A disagreement counts by the squared distance of the classes; their numbers must be in their natural order, with none left out.</summary>
    Quadratic,
}
