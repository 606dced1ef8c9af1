namespace Inspection.App.Directory;

/// <summary>An industry of the sample: what its enterprises call themselves, and how likely it is.</summary>
/// <param name="Name">What stands in the column industry.</param>
/// <param name="Share">Its weight among the industries.</param>
/// <param name="Lines">Words for the line of business, for a company's name.</param>
/// <param name="Shops">Endings of a sole trader's name.</param>
internal sealed record SampleIndustry(string Name, int Share, string[] Lines, string[] Shops);

/// <summary>A department of the sample and what its inspectors are skilled in.</summary>
internal sealed record SampleDepartment(string Name, string[] Skills);

/// <summary>
/// The words that names of the sample are made of. The city and its district are invented; trades, streets and family
/// names are of the common kind, and meet by chance alone. None of them holds a character that separates fields.
/// </summary>
internal static class SampleWords
{
    public const string City = "云泽市";
    public const string District = "青檀区";

    public static readonly string[] Subdistricts =
    [
        "龙泉街道", "文昌街道", "清河街道", "光明街道", "东湖街道", "北关街道", "南园街道", "榴花街道", "齐村镇", "永安镇", "孟庄镇", "西王庄镇",
    ];

    public static readonly string[] Streets =
    [
        "解放路", "人民路", "建设路", "文化路", "振兴路", "和平路", "青年路", "胜利路", "光明大道", "龙山路", "衡山路", "清泉路", "君山路",
        "东湖路", "长江路", "黄河路", "泰山路", "榴园大道", "站前街", "大观园街", "工业园一路", "工业园二路", "书院街", "新华街",
    ];

    public static readonly string[] TradeFirst =
    [
        "瑞", "鑫", "恒", "盛", "嘉", "宏", "德", "天", "华", "永", "金", "安", "福", "兴", "万", "正", "东", "海", "润", "康",
        "益", "祥", "泰", "隆", "和", "顺", "诚", "明", "佳", "源", "广", "百", "亿", "众", "聚", "新", "中", "九", "同", "立",
    ];

    public static readonly string[] TradeSecond =
    [
        "丰", "达", "信", "通", "美", "泽", "发", "昌", "茂", "利", "春", "林", "阳", "辉", "峰", "成", "远", "博", "洋", "宇",
        "邦", "合", "鼎", "腾", "旺", "城", "轩", "品", "尚", "悦", "铭", "航", "诺", "凯", "科", "翔", "禾", "谷", "川", "来",
    ];

    public static readonly string[] TradeThird = ["", "", "", "", "源", "隆", "泰", "兴", "达", "和", "佳", "盛", "福", "康", "益", "美"];

    public static readonly string[] CompanyForms = ["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "有限公司青檀分公司"];

    public static readonly SampleIndustry[] Industries =
    [
        new("食品销售", 200, ["食品", "粮油", "副食品", "生鲜", "商贸", "超市"], ["副食店", "便利店", "生鲜超市", "粮油店", "水果店", "烟酒店"]),
        new("餐饮服务", 180, ["餐饮管理", "餐饮", "酒店管理", "饮食服务"], ["餐馆", "饭店", "面馆", "小吃店", "火锅店", "饮品店"]),
        new("食品生产", 50, ["食品加工", "面粉", "调味品", "乳业", "糕点食品"], ["糕点坊", "豆制品厂", "粉皮厂"]),
        new("药品零售", 50, ["医药连锁", "医药", "大药房连锁"], ["大药房", "药店", "中药房"]),
        new("医疗器械经营", 30, ["医疗器械", "医疗科技", "康复器材"], ["眼镜店", "助听器店", "医疗器械店"]),
        new("特种设备使用", 60, ["物业管理", "机械制造", "热力", "电梯工程", "物流仓储"], ["洗浴中心", "游乐园", "起重设备租赁站"]),
        new("危险化学品经营", 25, ["化工", "燃气", "石油销售", "涂料"], ["加油站", "液化气站", "油漆店"]),
        new("工业产品生产", 70, ["水泥制品", "电线电缆", "塑料制品", "建材", "纺织", "机电设备"], ["加工厂", "五金厂", "木器厂"]),
        new("检验检测", 15, ["检测技术", "计量检测", "机动车检测"], ["检测服务部"]),
        new("广告经营", 30, ["广告传媒", "文化传播", "图文设计"], ["广告部", "图文店"]),
        new("美容美发", 60, ["美容管理", "健康管理"], ["美发店", "美容院", "造型店"]),
        new("旅馆住宿", 30, ["酒店", "宾馆", "旅馆管理"], ["宾馆", "旅社", "民宿"]),
        new("日用百货零售", 120, ["百货", "商贸", "家居用品", "日用品"], ["百货店", "服装店", "鞋店", "文具店", "五金店"]),
        new("机动车维修", 50, ["汽车服务", "汽车维修", "汽贸"], ["汽修厂", "洗车行", "摩托车维修部"]),
        new("农产品种植加工", 30, ["农业科技", "果蔬", "农业发展"], ["农资店", "种子店", "苗圃"]),
    ];

    public static readonly string[] CooperativeLines = ["果蔬种植", "石榴种植", "粮食种植", "生猪养殖", "家禽养殖", "中药材种植", "农机服务", "水产养殖"];

    public static readonly SampleDepartment[] Departments =
    [
        new("区市场监管局", ["食品", "药品", "特种设备", "产品质量", "计量", "广告", "价格", "知识产权"]),
        new("区应急管理局", ["安全生产", "危险化学品", "烟花爆竹", "工贸安全"]),
        new("区生态环境分局", ["大气污染", "水污染", "固体废物", "辐射安全"]),
        new("区卫生健康局", ["公共场所卫生", "医疗机构", "职业健康", "饮用水卫生"]),
    ];

    public static readonly string[] FamilyNames =
    [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
        "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    ];

    public static readonly string[] GivenNames =
    [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
        "刚", "桂", "文", "辉", "力", "健", "志", "建", "国", "海", "晓", "婷", "宁", "波", "鹏", "慧", "佳", "雪", "宇", "晨",
    ];
}
