//! Mean and standard deviation in one pass (Welford; merged as Chan, Golub and LeVeque do).

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Moments {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    pub(crate) fn add(&mut self, value: f64) {
        self.count += 1;
        let before = value - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (value - self.mean);
    }

    pub(crate) fn merge(&mut self, other: Self) {
        if other.count == 0 {
            return;
        }
        let count = self.count + other.count;
        let apart = other.mean - self.mean;
        let (one, two) = (self.count as f64, other.count as f64);
        self.mean += apart * two / count as f64;
        self.squares += other.squares + apart * apart * one * two / count as f64;
        self.count = count;
    }

    pub(crate) fn count(self) -> u64 {
        self.count
    }

    pub(crate) fn mean(self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Of a sample: one value has none.
    pub(crate) fn standard_deviation(self) -> Option<f64> {
        (self.count > 1).then(|| (self.squares / (self.count - 1) as f64).sqrt())
    }
}
