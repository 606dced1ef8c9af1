# Makes survey.json, the values that RateEstimatorTests holds the estimator to, with R's survey package (tried with R 4.2.2
# and survey 4.1-1, Debian packages r-base-core and r-cran-survey):
#
#   Rscript survey.R > survey.json
#
# A stratum is N, n, d, x: its size, how many are known, how many of those are in the domain, and of those have a problem.
# Where there is one stratum, its limits are Clopper and Pearson's own, by R's beta quantiles, at the size n(N - 1)/(N - n).

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 17)

cases <- list(
  "one simple sample"                = list(c(600, 40, 40, 6)),
  "one large simple sample"          = list(c(15000000, 3000, 3000, 41)),
  "four classes, yearly rates"       = list(c(5000, 100, 100, 3), c(3000, 150, 150, 9), c(800, 200, 200, 31), c(200, 200, 200, 66)),
  "a class taken whole, one of one"  = list(c(800, 16, 16, 2), c(300, 15, 15, 1), c(80, 20, 20, 4), c(20, 20, 20, 7), c(3, 1, 1, 1)),
  "classes of one without a problem" = list(c(90, 9, 9, 2), c(40, 1, 1, 0), c(2, 1, 1, 0)),
  "a domain"                         = list(c(5000, 100, 23, 2), c(3000, 150, 61, 7), c(800, 200, 40, 11), c(200, 200, 31, 9)),
  "a domain that a class misses"     = list(c(500, 25, 11, 3), c(300, 20, 0, 0), c(90, 30, 17, 5)),
  "a domain with one of a class"     = list(c(500, 25, 11, 3), c(300, 20, 1, 1), c(90, 30, 17, 5), c(9, 1, 1, 0)),
  "two series"                       = list(c(5000, 100, 100, 3), c(800, 200, 200, 31), c(4700, 47, 47, 2), c(700, 70, 70, 13)),
  "many small classes"               = lapply(1:12, function(h) c(20 + 7 * h, 2 + h %% 3, 2 + h %% 3, h %% 2)),
  "mostly problems"                  = list(c(400, 30, 30, 29), c(100, 20, 20, 18)),
  "a province"                       = list(c(9000000, 18000, 18000, 301), c(4500000, 22500, 22500, 803), c(900000, 22500, 22500, 1750))
)

rows <- function(strata) do.call(rbind, lapply(seq_along(strata), function(h) {
  s <- strata[[h]]
  data.frame(
    stratum = h, size = s[1],
    domain = c(rep(TRUE, s[3]), rep(FALSE, s[2] - s[3])),
    problem = c(rep(1, s[4]), rep(0, s[2] - s[4])))
}))

clopperPearson <- function(s) {
  size <- s[2] * (s[1] - 1) / (s[1] - s[2])
  p <- s[4] / s[2]
  c(qbeta(0.025, size * p, size * (1 - p) + 1), qbeta(0.975, size * p + 1, size * (1 - p)))
}

number <- function(x) if (is.finite(x)) sprintf("%.17g", x) else "null"

one <- function(name) {
  strata <- cases[[name]]
  whole <- svydesign(ids = ~1, strata = ~stratum, fpc = ~size, data = rows(strata))
  part <- subset(whole, domain)
  mean <- svymean(~problem, part)
  beta <- if (length(strata) == 1) clopperPearson(strata[[1]])
    else attr(suppressWarnings(svyciprop(~problem, part, method = "beta")), "ci")
  sprintf(
    '{"case":"%s","strata":[%s],"rate":%s,"standardError":%s,"degreesOfFreedom":%d,"lower":%s,"upper":%s}',
    name, paste(sapply(strata, function(s) sprintf("[%s]", paste(sprintf("%d", s), collapse = ","))), collapse = ","),
    number(coef(mean)[[1]]), number(SE(mean)[[1]]), as.integer(degf(part)), number(beta[[1]]), number(beta[[2]]))
}

cat("[\n", paste(sapply(names(cases), one), collapse = ",\n"), "\n]\n", sep = "")
