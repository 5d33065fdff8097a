using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>A survey metric together with the invitations to it: who was asked and did not answer is seen only in whole traces, not in answers.</summary>
internal sealed record AskedSurvey<TResult>(SurveyMetric<TResult> Of, ResponseRate Invitations) : Analysis<TResult>
    where TResult : SurveyResult
{
    internal override bool CountsCustomersOnce => Of.CountsCustomersOnce;

    public override Accumulator<TResult> CreateAccumulator(LogSchema schema) => new Both(Of.CreateAccumulator(schema), Invitations.CreateAccumulator(schema));

    private sealed class Both(Accumulator<TResult> survey, Accumulator<ResponseRateResult> invitations) : Accumulator<TResult>
    {
        public override void Add(in CustomerTrace trace)
        {
            survey.Add(trace);
            invitations.Add(trace);
        }

        public override void Merge(Accumulator<TResult> other)
        {
            survey.Merge(((Both)other).Survey);
            invitations.Merge(((Both)other).OfInvitations);
        }

        public override TResult ToResult()
        {
            SurveyResult result = survey.ToResult();
            return (TResult)(result with { Invitations = invitations.ToResult() });
        }

        public override void Save(BinaryWriter state)
        {
            survey.Save(state);
            invitations.Save(state);
        }

        public override void Load(BinaryReader state)
        {
            survey.Load(state);
            invitations.Load(state);
        }

        private Accumulator<TResult> Survey => survey;

        private Accumulator<ResponseRateResult> OfInvitations => invitations;
    }
}
