namespace CustomerJourney.Statistics.Lifetime;

/// <summary>A log-likelihood at positive parameters, with its derivatives in them.</summary>
/// <param name="parameters">The parameters.</param>
/// <param name="gradient">Set to the first derivatives.</param>
/// <param name="hessian">Set to the second derivatives, row by row; only the lower triangle is read.</param>
internal delegate double LogLikelihoodFunction(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian);
