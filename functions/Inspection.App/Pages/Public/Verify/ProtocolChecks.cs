namespace Inspection.App.Pages;

/// <summary>A check of the protocol, as the page explains it.</summary>
/// <param name="Name">Its name in the protocol, section 9.</param>
/// <param name="Chinese">What it is called.</param>
/// <param name="English">The same in English.</param>
/// <param name="ChineseMeaning">What it shows where it passes.</param>
/// <param name="EnglishMeaning">The same in English.</param>
internal sealed record ProtocolCheck(string Name, string Chinese, string English, string ChineseMeaning, string EnglishMeaning);

/// <summary>Every check, in the protocol's order.</summary>
internal static class ProtocolChecks
{
    public static IReadOnlyList<ProtocolCheck> All { get; } =
    [
        new(
            "notice-rules", "公告合乎规程", "The notice keeps the rules",
            "公告的每一项都在规程规定的限度内，而且只有一种写法，不能一文两解。",
            "Everything that the notice says is within the protocol's bounds, and is written in the only way there is."),
        new(
            "notice-hash", "公告没有改动", "The notice is unchanged",
            "公开记录里的公告与它声明的哈希值一致：抽取之前公布的就是这一份。",
            "The notice has the hash that the public record states: it is the one that was published before the draw."),
        new(
            "committed-before", "先公告，后有随机数", "Notice first, randomness after",
            "外部时间戳证明，公告公布时随机数还不存在。本页不读取外部时间戳，只检查信标轮次是否早于公告。",
            "An outside time stamp shows that the randomness did not exist yet. This page reads no outside stamps; it only sees whether a beacon's round is older than the notice."),
        new(
            "entropy", "随机数合乎承诺", "The randomness is what was promised",
            "随机数的来源、轮次或见证人以及位数，正是公告事先承诺的。",
            "Source, round or witnesses, and digits are those that the notice promised."),
        new(
            "beacon", "信标签名属实", "The beacon's signature is real",
            "随机数是公共信标在该轮发布的，由信标的公钥证实，任何人都不能挑选。",
            "The public beacon published this randomness in this round, as its public key shows; nobody could choose it."),
        new(
            "seed", "种子由公告和随机数得出", "The seed follows from notice and randomness",
            "决定抽签结果的种子，由公告和随机数算出，没有别的来源。",
            "The seed that decides the draw is computed from notice and randomness, and from nothing else."),
        new(
            "quotas", "各类别的名额正确", "The quotas are right",
            "每个类别抽多少户，是按公告的规则算出来的。",
            "How many of each class are drawn follows from the notice's rule."),
        new(
            "membership", "抽中的企业都在底册上", "Everybody drawn was on the roster",
            "名单上的每一户都在抽取之前固定下来的底册上，一户不多，一户不少。",
            "Each enterprise of the list was on the roster that was fixed before the draw; none more, none fewer."),
        new(
            "roster", "底册没有改动", "The roster is unchanged",
            "底册的每一行都合乎规程，全部行的哈希值正是公告里的根。需要审计文件包。",
            "Every row of the roster is valid, and all of them together give the root in the notice. Needs the auditors' package."),
        new(
            "excluded", "排除名单没有改动", "The excluded are unchanged",
            "抽取之前排除了谁、为什么，与公告封存的一致；没有人既被排除又在底册上。",
            "Who was left out, and why, is what the notice sealed; nobody is both left out and on the roster."),
        new(
            "inspectors", "检查人员名单没有改动", "The inspectors are unchanged",
            "可以参加的检查人员与公告封存的名单一致。",
            "Those who could serve are those that the notice sealed."),
        new(
            "selection", "抽中的正是签号最小的", "The smallest tickets were drawn",
            "重新计算底册上每一户的签号；抽中的和备选的，正是签号最小的那些。",
            "The ticket of everybody on the roster is computed anew; drawn and in reserve are those with the smallest."),
        new(
            "teams", "检查人员也由抽签确定", "The inspectors were drawn too",
            "按规程重新选派每一户的检查人员，结果与记录相同，回避也得到遵守。",
            "The inspectors of each enterprise are matched anew by the protocol: the same come out, and recusals are kept."),
        new(
            "record-head", "记录属于这份公告", "The record belongs to this notice",
            "抽取记录和派员记录的编号、公告、随机数和种子都是这一次抽取的。",
            "Number, notice, randomness and seed of the records are those of this draw."),
        new(
            "hashes", "记录没有改动", "The records are unchanged",
            "文件包里的记录，正是公开记录以哈希值公布的那两份。",
            "The records in the package are those whose hashes the public record published."),
        new(
            "public-selected", "公开名单与记录一致", "The public list is the record's",
            "公开的名单与抽取记录逐户相同。",
            "The public list and the record name the same enterprises."),
        new(
            "certificate", "我的签号", "My own lot",
            "凭证上的企业在底册上，它的签号与入选线相比，应抽中则抽中，不应抽中则没有抽中。",
            "The certificate's enterprise was on the roster, and its ticket, against its class's threshold, gives the result that it was told."),
    ];
}
