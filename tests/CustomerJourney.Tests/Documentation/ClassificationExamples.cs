namespace CustomerJourney.Tests.Documentation;

/// <summary>The examples of the page on classification.</summary>
public sealed class ClassificationExamples() : PageExamples("OneCustomer");
