"""Knowledge → frozen views: everything a template may show, already decided, sorted and worded. One module a page kind."""
