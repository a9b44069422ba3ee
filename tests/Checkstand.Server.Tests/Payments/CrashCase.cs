using System.Diagnostics;
using Checkstand.Server.Dev.Faults;

namespace Checkstand.Server.Tests.Payments;

/// <summary>What a merchant asks for when the server dies.</summary>
internal enum Asked
{
    PaymentWithSession,
    SaleWithSession,
    PaymentWithCard,
    Capture,
    Void,
    Refund,

    /// <summary>To pay a session that is paid.</summary>
    WhatIsRefused,
}

/// <summary>How far a request came before the server died, which decides what must be found afterwards.</summary>
internal enum Reached
{
    /// <summary>Nothing is stored: whoever asks again is served as if for the first time.</summary>
    Nothing,

    /// <summary>It is stored and was not sent: it has failed, and may be asked for anew.</summary>
    Stored,

    /// <summary>The provider has done it: whoever asks again hears of it.</summary>
    Provider,
}

/// <summary>A point at which the server dies, and what it is asked for then.</summary>
internal sealed record CrashCase(FaultPoint Point, Asked Asked)
{
    private static readonly Asked[] Authorizations =
    [
        Asked.PaymentWithSession,
        Asked.SaleWithSession,
        Asked.PaymentWithCard,
    ];

    /// <summary>Every point with everything that reaches it.</summary>
    public static IReadOnlyList<CrashCase> All { get; } =
    [.. FaultPoint.All.SelectMany(point => WhoReaches(point.Step).Select(asked => new CrashCase(point, asked)))];

    /// <summary>A look-up is only reached after an earlier crash, which is this one.</summary>
    public FaultPoint? EarlierPoint =>
        SendBefore(Point.Step) is { } sent ? new FaultPoint(sent, IsBefore: false) : null;

    /// <summary>How far the request came.</summary>
    public Reached Reached =>
        Point.Step switch
        {
            PaymentStep.TakeKey => Reached.Nothing,
            PaymentStep.Claim
            or PaymentStep.Add
            or PaymentStep.BeginCapture
            or PaymentStep.BeginVoid
            or PaymentStep.BeginRefund => Point.IsBefore ? Reached.Nothing : Reached.Stored,
            PaymentStep.SendAuthorize or PaymentStep.SendCapture or PaymentStep.SendVoid or PaymentStep.SendRefund =>
                Point.IsBefore ? Reached.Stored : Reached.Provider,
            _ => Reached.Provider,
        };

    public override string ToString() => $"{Asked} {Point.Name}";

    private static Asked[] WhoReaches(PaymentStep step) =>
        step switch
        {
            PaymentStep.TakeKey or PaymentStep.AnswerKey =>
            [
                .. Authorizations,
                Asked.Capture,
                Asked.Void,
                Asked.Refund,
            ],
            PaymentStep.Claim => [Asked.PaymentWithSession, Asked.SaleWithSession],
            PaymentStep.Add => [Asked.PaymentWithCard],
            PaymentStep.SendAuthorize
            or PaymentStep.SettleAuthorize
            or PaymentStep.FindAuthorize
            or PaymentStep.ReconcileAuthorize => Authorizations,
            PaymentStep.BeginCapture
            or PaymentStep.SendCapture
            or PaymentStep.SettleCapture
            or PaymentStep.FindCapture
            or PaymentStep.ReconcileCapture => [Asked.Capture],
            PaymentStep.BeginVoid
            or PaymentStep.SendVoid
            or PaymentStep.SettleVoid
            or PaymentStep.FindVoid
            or PaymentStep.ReconcileVoid => [Asked.Void],
            PaymentStep.BeginRefund
            or PaymentStep.SendRefund
            or PaymentStep.SettleRefund
            or PaymentStep.FindRefund
            or PaymentStep.ReconcileRefund => [Asked.Refund],
            PaymentStep.ReleaseKey => [Asked.WhatIsRefused],
            // ConfirmCrashTests die there.
            PaymentStep.ConfirmCheckout or PaymentStep.SettleCheckout => [],
            _ => throw new UnreachableException($"Nobody is known to reach {step}: a new step needs a crash."),
        };

    private static PaymentStep? SendBefore(PaymentStep step) =>
        step switch
        {
            PaymentStep.FindAuthorize or PaymentStep.ReconcileAuthorize => PaymentStep.SendAuthorize,
            PaymentStep.FindCapture or PaymentStep.ReconcileCapture => PaymentStep.SendCapture,
            PaymentStep.FindVoid or PaymentStep.ReconcileVoid => PaymentStep.SendVoid,
            PaymentStep.FindRefund or PaymentStep.ReconcileRefund => PaymentStep.SendRefund,
            _ => null,
        };
}
