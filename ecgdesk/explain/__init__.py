"""Attribution methods and the sentence that says why."""
