using CustomerJourney.Events;

namespace QuickStart;

/// <summary>A result that goes into the report: the question, and how its answer is found among those of the one pass.</summary>
internal sealed class Chapter
{
    private readonly Func<Measurements, IJourneyResult> _read;

    private Chapter(string title, Analysis analysis, Func<Measurements, IJourneyResult> read) => (Title, Analysis, _read) = (title, analysis, read);

    public string Title { get; }

    public Analysis Analysis { get; }

    public static Chapter Of<T>(string title, Analysis<T> analysis)
        where T : IJourneyResult => new(title, analysis, answers => answers.Of(analysis));

    public IJourneyResult Read(Measurements answers) => _read(answers);
}
