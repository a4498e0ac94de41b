//! Which page each slab of a document stands on. Pure numbers: nothing is known here of words or tables.

/// How a slab takes room. Lengths in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Extent {
    /// Empty height before it, dropped at the top of a page.
    pub above: f32,
    /// Its own height.
    pub height: f32,
    /// Height of what is repeated before it when it begins a page: the head of its table.
    pub repeat: f32,
    /// It is not parted from the next slab unless the two are taller than a page.
    pub keep: bool,
    /// It begins a page.
    pub fresh: bool,
}

/// Where a slab stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub page: usize,
    /// From the top of the page's type area, after what is repeated.
    pub top: f32,
    /// What is repeated stands before it.
    pub repeats: bool,
}

/// A place for every slab on pages of the given height.
pub(crate) fn paginate(extents: &[Extent], room: f32) -> Vec<Spot> {
    let mut pages = Pages { spots: Vec::with_capacity(extents.len()), page: 0, y: 0.0, room };
    let mut rest = extents;
    while !rest.is_empty() {
        let kept = rest.windows(2).take_while(|pair| pair[0].keep && !pair[1].fresh).count();
        let (chain, tail) = rest.split_at(kept + 1);
        pages.place_chain(chain);
        rest = tail;
    }
    pages.spots
}

/// The pages filled so far.
struct Pages {
    spots: Vec<Spot>,
    page: usize,
    y: f32,
    room: f32,
}

impl Pages {
    fn place_chain(&mut self, chain: &[Extent]) {
        let height: f32 = chain.iter().map(|extent| extent.above + extent.height).sum();
        let on_a_page = height - chain[0].above + chain[0].repeat;
        if chain[0].fresh || (!self.fits(height) && on_a_page <= self.room) {
            self.turn();
        }
        chain.iter().for_each(|extent| self.place(extent));
    }

    fn place(&mut self, extent: &Extent) {
        if !self.fits(extent.above + extent.height) {
            self.turn();
        }
        let repeats = self.is_at_top() && extent.repeat > 0.0;
        let before = if self.is_at_top() { extent.repeat } else { extent.above };
        self.spots.push(Spot { page: self.page, top: self.y + before, repeats });
        self.y += before + extent.height;
    }

    /// A hundredth of a point is forgiven, or sums of lengths would turn a page for nothing.
    fn fits(&self, height: f32) -> bool {
        self.is_at_top() || self.y + height <= self.room + 0.01
    }

    fn is_at_top(&self) -> bool {
        self.y <= 0.0
    }

    fn turn(&mut self) {
        if !self.is_at_top() {
            self.page += 1;
            self.y = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slab(height: f32) -> Extent {
        Extent { height, ..Extent::default() }
    }

    fn places(extents: &[Extent]) -> Vec<(usize, f32)> {
        paginate(extents, 100.0).iter().map(|spot| (spot.page, spot.top)).collect()
    }

    #[test]
    fn pages_are_filled_one_after_the_other() {
        assert_eq!(places(&[slab(60.0), slab(40.0), slab(1.0)]), [(0, 0.0), (0, 60.0), (1, 0.0)]);
    }

    #[test]
    fn space_above_is_dropped_at_the_top_of_a_page() {
        let spaced = Extent { above: 10.0, ..slab(80.0) };
        assert_eq!(places(&[spaced, spaced]), [(0, 0.0), (1, 0.0)]);
    }

    #[test]
    fn what_belongs_together_turns_the_page_together() {
        let kept = Extent { keep: true, ..slab(30.0) };
        assert_eq!(places(&[slab(60.0), kept, slab(20.0)]), [(0, 0.0), (1, 0.0), (1, 30.0)]);
    }

    #[test]
    fn a_chain_taller_than_a_page_is_parted_where_the_page_ends() {
        let kept = Extent { keep: true, ..slab(45.0) };
        assert_eq!(places(&[slab(20.0), kept, kept, slab(45.0)]), [(0, 0.0), (0, 20.0), (1, 0.0), (1, 45.0)]);
    }

    #[test]
    fn a_head_is_repeated_only_where_a_row_begins_a_page() {
        let row = Extent { repeat: 10.0, ..slab(50.0) };
        let spots = paginate(&[slab(10.0), row, row, row], 100.0);
        assert_eq!(
            spots.iter().map(|s| (s.page, s.top, s.repeats)).collect::<Vec<_>>(),
            [(0, 0.0, false), (0, 10.0, false), (1, 10.0, true), (2, 10.0, true)]
        );
    }

    #[test]
    fn a_page_break_parts_even_what_belongs_together() {
        let kept = Extent { keep: true, ..slab(10.0) };
        let fresh = Extent { fresh: true, ..slab(10.0) };
        assert_eq!(places(&[kept, fresh]), [(0, 0.0), (1, 0.0)]);
    }

    #[test]
    fn a_page_break_on_an_empty_page_makes_no_blank_page() {
        let fresh = Extent { fresh: true, ..slab(10.0) };
        assert_eq!(places(&[fresh, fresh]), [(0, 0.0), (1, 0.0)]);
    }
}
