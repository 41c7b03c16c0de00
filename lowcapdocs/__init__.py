"""lowcapdocs: one set of policy data in, every official document out."""
