namespace CustomerJourney.StageModels;

/// <summary>How customers are thought to go through the stages of a model.</summary>
public enum StageModelOrder
{
    /// <summary>Stages may be skipped and revisited.</summary>
    Flexible,

    /// <summary>One stage after the other, and never back in time: the mean phase of the stages does not fall.</summary>
    Linear,

    /// <summary>Each stage holds some of the customers of the stage before. The stages need not follow each other in time: those of AARRR do not, see <see cref="StageModel.IsInTimeOrder"/>.</summary>
    Funnel,

    /// <summary>After the last stage customers come back to an earlier one, see <see cref="StageModel.ReturnsTo"/>.</summary>
    Cyclic,
}
