using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Country and kind of a tax id.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TaxIdKind>))]
public readonly record struct TaxIdKind(string Value) : IOpenEnum<TaxIdKind>
{
    /// <summary><c>ae.trn</c></summary>
    public static TaxIdKind AeTrn { get; } = new("ae.trn");

    /// <summary><c>au.abn</c></summary>
    public static TaxIdKind AuAbn { get; } = new("au.abn");

    /// <summary><c>ar.dni</c></summary>
    public static TaxIdKind ArDni { get; } = new("ar.dni");

    /// <summary><c>ar.cuil</c></summary>
    public static TaxIdKind ArCuil { get; } = new("ar.cuil");

    /// <summary><c>ar.cuit</c></summary>
    public static TaxIdKind ArCuit { get; } = new("ar.cuit");

    /// <summary><c>br.cnpj</c></summary>
    public static TaxIdKind BrCnpj { get; } = new("br.cnpj");

    /// <summary><c>br.cpf</c></summary>
    public static TaxIdKind BrCpf { get; } = new("br.cpf");

    /// <summary><c>ca.bn</c></summary>
    public static TaxIdKind CaBn { get; } = new("ca.bn");

    /// <summary><c>ca.gst_hst</c></summary>
    public static TaxIdKind CaGstHst { get; } = new("ca.gst_hst");

    /// <summary><c>ca.pst_bc</c></summary>
    public static TaxIdKind CaPstBc { get; } = new("ca.pst_bc");

    /// <summary><c>ca.pst_mb</c></summary>
    public static TaxIdKind CaPstMb { get; } = new("ca.pst_mb");

    /// <summary><c>ca.pst_sk</c></summary>
    public static TaxIdKind CaPstSk { get; } = new("ca.pst_sk");

    /// <summary><c>ca.qst</c></summary>
    public static TaxIdKind CaQst { get; } = new("ca.qst");

    /// <summary><c>ch.vat</c></summary>
    public static TaxIdKind ChVat { get; } = new("ch.vat");

    /// <summary><c>cl.tin</c></summary>
    public static TaxIdKind ClTin { get; } = new("cl.tin");

    /// <summary><c>co.itin</c></summary>
    public static TaxIdKind CoItin { get; } = new("co.itin");

    /// <summary><c>co.nit</c></summary>
    public static TaxIdKind CoNit { get; } = new("co.nit");

    /// <summary><c>co.cc</c></summary>
    public static TaxIdKind CoCc { get; } = new("co.cc");

    /// <summary><c>co.ce</c></summary>
    public static TaxIdKind CoCe { get; } = new("co.ce");

    /// <summary><c>co.de</c></summary>
    public static TaxIdKind CoDe { get; } = new("co.de");

    /// <summary><c>co.rc</c></summary>
    public static TaxIdKind CoRc { get; } = new("co.rc");

    /// <summary><c>co.ti</c></summary>
    public static TaxIdKind CoTi { get; } = new("co.ti");

    /// <summary><c>co.passport</c></summary>
    public static TaxIdKind CoPassport { get; } = new("co.passport");

    /// <summary><c>es.cif</c></summary>
    public static TaxIdKind EsCif { get; } = new("es.cif");

    /// <summary><c>eu.vat</c></summary>
    public static TaxIdKind EuVat { get; } = new("eu.vat");

    /// <summary><c>gb.vat</c></summary>
    public static TaxIdKind GbVat { get; } = new("gb.vat");

    /// <summary><c>hk.br</c></summary>
    public static TaxIdKind HkBr { get; } = new("hk.br");

    /// <summary><c>id.nik</c></summary>
    public static TaxIdKind IdNik { get; } = new("id.nik");

    /// <summary><c>id.npwp</c></summary>
    public static TaxIdKind IdNpwp { get; } = new("id.npwp");

    /// <summary><c>in.gst</c></summary>
    public static TaxIdKind InGst { get; } = new("in.gst");

    /// <summary><c>in.pan</c></summary>
    public static TaxIdKind InPan { get; } = new("in.pan");

    /// <summary><c>jp.cn</c></summary>
    public static TaxIdKind JpCn { get; } = new("jp.cn");

    /// <summary><c>jp.rn</c></summary>
    public static TaxIdKind JpRn { get; } = new("jp.rn");

    /// <summary><c>kr.brn</c></summary>
    public static TaxIdKind KrBrn { get; } = new("kr.brn");

    /// <summary><c>li.uid</c></summary>
    public static TaxIdKind LiUid { get; } = new("li.uid");

    /// <summary><c>mx.curp</c></summary>
    public static TaxIdKind MxCurp { get; } = new("mx.curp");

    /// <summary><c>mx.rfc</c></summary>
    public static TaxIdKind MxRfc { get; } = new("mx.rfc");

    /// <summary><c>my.frp</c></summary>
    public static TaxIdKind MyFrp { get; } = new("my.frp");

    /// <summary><c>my.itn</c></summary>
    public static TaxIdKind MyItn { get; } = new("my.itn");

    /// <summary><c>my.nric</c></summary>
    public static TaxIdKind MyNric { get; } = new("my.nric");

    /// <summary><c>my.sst</c></summary>
    public static TaxIdKind MySst { get; } = new("my.sst");

    /// <summary><c>no.vat</c></summary>
    public static TaxIdKind NoVat { get; } = new("no.vat");

    /// <summary><c>nz.gst</c></summary>
    public static TaxIdKind NzGst { get; } = new("nz.gst");

    /// <summary><c>pe.ruc</c></summary>
    public static TaxIdKind PeRuc { get; } = new("pe.ruc");

    /// <summary><c>ph.tin</c></summary>
    public static TaxIdKind PhTin { get; } = new("ph.tin");

    /// <summary><c>ru.inn</c></summary>
    public static TaxIdKind RuInn { get; } = new("ru.inn");

    /// <summary><c>ru.kpp</c></summary>
    public static TaxIdKind RuKpp { get; } = new("ru.kpp");

    /// <summary><c>sa.vat</c></summary>
    public static TaxIdKind SaVat { get; } = new("sa.vat");

    /// <summary><c>sg.gst</c></summary>
    public static TaxIdKind SgGst { get; } = new("sg.gst");

    /// <summary><c>sg.uen</c></summary>
    public static TaxIdKind SgUen { get; } = new("sg.uen");

    /// <summary><c>th.id</c></summary>
    public static TaxIdKind ThId { get; } = new("th.id");

    /// <summary><c>th.vat</c></summary>
    public static TaxIdKind ThVat { get; } = new("th.vat");

    /// <summary><c>tw.vat</c></summary>
    public static TaxIdKind TwVat { get; } = new("tw.vat");

    /// <summary><c>us.ein</c></summary>
    public static TaxIdKind UsEin { get; } = new("us.ein");

    /// <summary><c>za.vat</c></summary>
    public static TaxIdKind ZaVat { get; } = new("za.vat");

    /// <summary><c>bo.ci</c></summary>
    public static TaxIdKind BoCi { get; } = new("bo.ci");

    /// <summary><c>uy.rut</c></summary>
    public static TaxIdKind UyRut { get; } = new("uy.rut");

    /// <summary><c>uy.ci</c></summary>
    public static TaxIdKind UyCi { get; } = new("uy.ci");

    /// <inheritdoc/>
    public static TaxIdKind From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
